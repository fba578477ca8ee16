package io.corridor.schemas.serde;

import java.util.ArrayList;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * The generated model, but for lists: Avro's own list type compares its elements by schema and
 * throws on decimals, and trusts a count it has read with memory.
 */
final class PlainLists extends SpecificData {

  private static final int LARGEST_FIRST_CAPACITY = 64;

  PlainLists(SpecificData generated) {
    generated.getConversions().forEach(this::addLogicalTypeConversion);
  }

  @Override
  public Object newArray(@Nullable Object old, int size, Schema schema) {
    return new ArrayList<>(Math.min(size, LARGEST_FIRST_CAPACITY));
  }
}
