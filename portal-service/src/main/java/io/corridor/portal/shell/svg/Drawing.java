package io.corridor.portal.shell.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing made on the server: shapes with classes of the stylesheet, so that it follows light and
 * dark and needs no inline style. Places are tenths of a pixel.
 */
public final class Drawing {

  /** One shape, ready for the page's template. */
  public sealed interface Shape {

    /** Kind of shape, which the template switches on. */
    String kind();

    /** Classes of the stylesheet. */
    String css();
  }

  /** A path. */
  public record Path(String css, String d) implements Shape {
    @Override
    public String kind() {
      return "path";
    }
  }

  /** A rectangle. */
  public record Rect(String css, String x, String y, String width, String height) implements Shape {
    @Override
    public String kind() {
      return "rect";
    }
  }

  /** A circle. */
  public record Circle(String css, String x, String y, String r) implements Shape {
    @Override
    public String kind() {
      return "circle";
    }
  }

  /** A text. */
  public record Text(String css, String x, String y, String text) implements Shape {
    @Override
    public String kind() {
      return "text";
    }
  }

  private final int width;
  private final int height;
  private final List<Shape> shapes = new ArrayList<>();

  /** An empty drawing of so many pixels. */
  public Drawing(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The {@code viewBox}. */
  public String viewBox() {
    return "0 0 " + width + " " + height;
  }

  /** Shapes in the order they are drawn. */
  public List<Shape> shapes() {
    return List.copyOf(shapes);
  }

  /** Adds a path from a finished description. */
  public Drawing path(String css, String d) {
    shapes.add(new Path(css, d));
    return this;
  }

  /** Adds a straight line. */
  public Drawing line(String css, long x1, long y1, long x2, long y2) {
    return path(css, "M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2));
  }

  /** Adds a line through points; fewer than two draw nothing. */
  public Drawing polyline(String css, List<long[]> points) {
    return points.size() < 2 ? this : path(css, through(points));
  }

  /** Adds a filled area between points in order. */
  public Drawing area(String css, List<long[]> points) {
    return points.size() < 3 ? this : path(css, through(points) + "Z");
  }

  private static String through(List<long[]> points) {
    StringBuilder d = new StringBuilder();
    for (long[] point : points) {
      d.append(d.isEmpty() ? "M" : " L").append(px(point[0])).append(' ').append(px(point[1]));
    }
    return d.toString();
  }

  /** Adds a rectangle; a width below one pixel is drawn as one, so that it is seen. */
  public Drawing rect(String css, long x, long y, long width, long height) {
    shapes.add(new Rect(css, px(x), px(y), px(Math.max(width, 10)), px(height)));
    return this;
  }

  /** Adds a circle. */
  public Drawing circle(String css, long x, long y, long r) {
    shapes.add(new Circle(css, px(x), px(y), px(r)));
    return this;
  }

  /** Adds a text. */
  public Drawing text(String css, long x, long y, String text) {
    shapes.add(new Text(css, px(x), px(y), text));
    return this;
  }

  /** Tenths of a pixel as text. */
  public static String px(long tenths) {
    long whole = Math.abs(tenths) / 10;
    long tenth = Math.abs(tenths) % 10;
    return (tenths < 0 ? "-" : "") + whole + (tenth == 0 ? "" : "." + tenth);
  }
}
