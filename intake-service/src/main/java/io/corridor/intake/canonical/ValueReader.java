package io.corridor.intake.canonical;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads the value the parser stands on. Throws {@link Fault} when it breaks a rule. */
@FunctionalInterface
interface ValueReader {

  Object read(JsonParser json) throws IOException;
}
