package io.corridor.local.settle;

import io.corridor.settlement.mssp.Track;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names by which tracks and levels go: the program's, and those of the published files. */
final class TrackNames {

  private static final Map<String, Track> NAMES = names();

  private TrackNames() {}

  /** The track of a name, without regard to case, spaces and underscores; null if none has it. */
  static @Nullable Track of(String name) {
    Track track = NAMES.get(name);
    return track != null ? track : NAMES.get(plain(name));
  }

  private static Map<String, Track> names() {
    Map<String, Track> names = new HashMap<>();
    for (Track track : Track.values()) {
      names.put(track.name(), track);
      names.put(plain(track.name()), track);
    }
    names.put("1", Track.TRACK_1);
    names.put("1+", Track.TRACK_1_PLUS);
    names.put("TRACK1+", Track.TRACK_1_PLUS);
    names.put("2", Track.TRACK_2);
    names.put("3", Track.TRACK_3);
    names.put("A", Track.BASIC_A);
    names.put("B", Track.BASIC_B);
    names.put("C", Track.BASIC_C);
    names.put("D", Track.BASIC_D);
    names.put("E", Track.BASIC_E);
    names.put("EN", Track.ENHANCED);
    return Map.copyOf(names);
  }

  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replace(" ", "").replace("_", "").replace("-", "");
  }
}
