package io.corridor.settlement.mssp;

/** A statement, or why there is none. */
public sealed interface MsspResult permits MsspStatement, MsspRefusal {}
