package io.corridor.attribution.campaign;

import io.corridor.common.care.Contract;
import io.corridor.common.care.Home;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Tin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** What the campaign must know of a member and a contract. */
public interface Circumstances {

  /** Terms of a contract in a month; empty outside its performance years. */
  Optional<Contract> terms(ContractId contract, YearMonth month);

  /** The day of an instant in the contract's zone. */
  LocalDate day(ContractId contract, Instant at);

  /** How the member stands in a month without the campaign; closed outside performance years. */
  Standing standing(ContractId contract, YearMonth month);

  /**
   * The first day from one to another, both included, on which a selection by the member begins.
   */
  Optional<LocalDate> firstSelection(ContractId contract, LocalDate from, LocalDate through);

  /** Where the member lives by the coverage of a day. */
  Optional<Home> home(ContractId contract, LocalDate day);

  /**
   * Practices whose listed specialists saw the member in the twelve months before a day, in visits
   * that count under the contract.
   */
  Set<Tin> practicesOfSpecialists(ContractId contract, LocalDate day);
}
