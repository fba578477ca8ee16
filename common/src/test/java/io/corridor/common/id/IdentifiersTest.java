package io.corridor.common.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

  @Test
  @DisplayName("a surrogate is the same for the same person and tells nothing of the source id")
  void stable() {
    MemberId first = MemberId.surrogate("secret", "PAYER", "A123");
    assertThat(MemberId.surrogate("secret", "PAYER", "A123")).isEqualTo(first);
    assertThat(first.value()).matches("m[0-9a-v]{26}").doesNotContain("a123");
  }

  @Test
  @DisplayName("payers, ids and installations do not collide, however the texts are cut")
  void apart() {
    Set<MemberId> ids = new HashSet<>();
    ids.add(MemberId.surrogate("secret", "PAYER", "A1"));
    ids.add(MemberId.surrogate("secret", "PAYERA", "1"));
    ids.add(MemberId.surrogate("secret", "PAYE", "RA1"));
    ids.add(MemberId.surrogate("another", "PAYER", "A1"));
    for (int i = 0; i < 10_000; i++) {
      ids.add(MemberId.surrogate("secret", "PAYER", "M" + i));
    }
    assertThat(ids).hasSize(10_004);
  }

  @ParameterizedTest
  @DisplayName("a text of another shape is refused without being repeated")
  @ValueSource(strings = {"", "12345678", "1234567890", "12345678a", "１２３４５６７８９"})
  void tins(String text) {
    assertThatThrownBy(() -> new Tin(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a valid Tin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789", "12345678901", "123456789x"})
  void npis(String text) {
    assertThatThrownBy(() -> new Npi(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a valid Npi");
  }

  @ParameterizedTest
  @DisplayName("the separator of keys cannot stand in a contract's id")
  @ValueSource(strings = {"", "a|b", "a b", "ä"})
  void contracts(String text) {
    assertThatThrownBy(() -> new ContractId(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new ContractId("aco-1_2025.v2")).hasToString("aco-1_2025.v2");
  }
}
