package io.corridor.portal.readmodel;

/** References under the tests' secret. */
public final class TestRefs {

  private TestRefs() {}

  public static String encounter(String key) {
    return new Refs("test").of("encounter", key);
  }

  public static String member(String member) {
    return new Refs("test").of("member", member);
  }
}
