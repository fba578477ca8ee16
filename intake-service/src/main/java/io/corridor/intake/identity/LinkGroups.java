package io.corridor.intake.identity;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups of member ids that links in force say are one person, each under one root (domain.md 0
 * "Person", DESIGN section 7 "Merges"). A function of the set of links: neither the order in which
 * links and unlinks arrived nor their number shows.
 *
 * <p>Links count from the earliest to the latest. One puts the whole group of its member under the
 * root of its survivor's group. One that would lead back to where it starts (A to B, then B to A)
 * closes a cycle and is refused: its group exists already and keeps its root. When the link that it
 * contradicts is withdrawn it counts.
 */
public final class LinkGroups {

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, List<String>> survivors = new HashMap<>();
  private final Set<String> refused = new TreeSet<>();

  private LinkGroups() {}

  /** The groups that these links make. */
  public static LinkGroups of(Collection<Link> links) {
    LinkGroups groups = new LinkGroups();
    links.stream().sorted().forEach(groups::add);
    return groups;
  }

  private void add(Link link) {
    parents.putIfAbsent(link.member(), link.member());
    parents.putIfAbsent(link.survivor(), link.survivor());
    if (leads(link.survivor(), link.member())) {
      refused.add(link.key());
      return;
    }
    survivors.merge(link.member(), List.of(link.survivor()), LinkGroups::joined);
    String root = root(link.member());
    String surviving = root(link.survivor());
    if (!root.equals(surviving)) {
      parents.put(root, surviving);
    }
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }

  /** True when links that count lead from one id to the other. */
  private boolean leads(String from, String to) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(to)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(survivors.getOrDefault(next, List.of()));
      }
    }
    return false;
  }

  /** The root of an id; the id itself when no link names it. */
  public String root(String member) {
    String at = member;
    String parent = parents.getOrDefault(at, at);
    while (!parent.equals(at)) {
      at = parent;
      parent = parents.getOrDefault(at, at);
    }
    return at;
  }

  /** The root of each id that a link names: one hop, however long the chain of links. */
  public Map<String, String> roots() {
    Map<String, String> roots = new TreeMap<>();
    parents.keySet().forEach(member -> roots.put(member, root(member)));
    return roots;
  }

  /** Keys of links that close a cycle and so do not count, ascending. */
  public Set<String> refused() {
    return refused;
  }
}
