package uk.sightline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sum as a picture: each bar begins where the one above ends.
 *
 * @param middle where "as likely as not" stands, 0 to 100 from the left
 */
public record Waterfall(List<Bar> bars, double middle) {

    private static final double WIDTH = 100;
    private static final double THINNEST = 0.5;

    public Waterfall {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param left its left end, 0 to 100
     * @param width likewise
     * @param weight as it is written beside the bar: "+9.8"
     */
    public record Bar(String label, double left, double width, boolean speaksFor, String weight) {}

    static Waterfall of(double start, List<Why.Step> steps, double sum) {
        List<Double> stops = new ArrayList<>(List.of(0.0, 1.0, start));
        for (Why.Step step : steps) {
            stops.add(stops.getLast() + step.weight());
        }
        double least = stops.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = stops.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        Scale scale = new Scale(least, most);
        List<Bar> bars = new ArrayList<>();
        bars.add(scale.bar("To begin with", 0, start));
        for (int i = 0; i < steps.size(); i++) {
            bars.add(scale.bar(steps.get(i).label(), stops.get(i + 2), stops.get(i + 3)));
        }
        bars.add(scale.bar("Together", 0, sum));
        return new Waterfall(bars, scale.at(0));
    }

    private record Scale(double least, double most) {

        double at(double weight) {
            return Math.round((weight - least) / (most - least) * WIDTH * 10) / 10.0;
        }

        Bar bar(String label, double from, double to) {
            double left = at(Math.min(from, to));
            double width = Math.max(THINNEST, at(Math.max(from, to)) - left);
            return new Bar(label, left, width, to >= from, words(to - from));
        }
    }

    /** With its sign: "+9.8", "−4.1". */
    static String words(double weight) {
        return String.format(Locale.UK, "%s%.1f", weight < 0 ? "−" : "+", Math.abs(weight));
    }
}
