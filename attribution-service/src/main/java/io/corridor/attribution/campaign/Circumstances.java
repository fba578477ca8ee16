package io.corridor.attribution.campaign;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Home;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What the campaign must know of a member and a contract. */
public interface Circumstances {

  /** Terms of a contract in a month; empty outside its performance years. */
  Optional<Contract> terms(ContractId contract, YearMonth month);

  /** The day of an instant in the contract's zone. */
  LocalDate day(ContractId contract, Instant at);

  /** True when the gate is open in the month and no other method found anything to go by. */
  boolean isUnattributed(ContractId contract, YearMonth month);

  /** True when the member selected a clinician from one day to another, both included. */
  boolean isSelected(ContractId contract, LocalDate from, LocalDate through);

  /** Where the member lives by the coverage of a day. */
  Optional<Home> home(ContractId contract, LocalDate day);

  /** True when a specialist of the practice saw the member in the twelve months before a day. */
  boolean usesSpecialist(Tin tin, LocalDate day);
}
