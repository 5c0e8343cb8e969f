package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiro.config.Config;
import kiro.model.Money;
import kiro.model.Price;
import kiro.model.Route;

/// Which work goes where, for people.
final class WaysView {
    private WaysView() {}

    /// A line for each kind of work.
    static List<String> table(ModelAccess.Ways.Found found, int width) {
        var table = new TextTable(List.of("WORK", "MODEL", "EFFORT", "WINDOW", "SENT", "REPLIES"));
        for (ModelAccess.Way way : found.ways()) {
            table.row(
                    way.route().purpose().word(),
                    way.name(),
                    way.route().effort().map(Route.Effort::word).orElse("-"),
                    way.facts().map(facts -> "%,d".formatted(facts.window())).orElse("-"),
                    way.facts().map(facts -> sent(facts.price())).orElse("-"),
                    way.facts().map(facts -> replies(facts.price())).orElse("-"));
        }
        var lines = new ArrayList<String>(table.lines(Math.max(width, 60)));
        if (!found.fallbacks().isEmpty()) {
            lines.addAll(fallbacks(found));
        }
        return lines;
    }

    private static String sent(Optional<Price> price) {
        return price.map(each -> amount(each.input())).orElse("?");
    }

    private static String replies(Optional<Price> price) {
        return price.map(each -> amount(each.output())).orElse("?");
    }

    static List<String> explained(
            ModelAccess.Ways.Found found, List<ModelsExplainCommand.Kind> kinds) {
        var lines = new ArrayList<String>();
        for (ModelsExplainCommand.Kind kind : kinds) {
            found.way(kind.purpose())
                    .ifPresent(way -> {
                        if (!lines.isEmpty()) {
                            lines.add("");
                        }
                        lines.addAll(explained(way, kind));
                    });
        }
        lines.add("");
        lines.addAll(fallbacks(found));
        return lines;
    }

    private static List<String> explained(ModelAccess.Way way, ModelsExplainCommand.Kind kind) {
        var lines = new ArrayList<String>();
        lines.add("%s  %s".formatted(kind.purpose().word(), way.name()));
        if (!kind.because().isEmpty()) {
            lines.add("  for         " + kind.because());
        }
        lines.add("  why         " + way.route().why());
        way.route()
                .effort()
                .ifPresent(effort ->
                        lines.add(
                                "  effort      %s, from %s"
                                        .formatted(effort.word(), effort.origin())));
        way.facts().ifPresent(facts -> lines.add("  can         " + abilities(facts)));
        way.facts().ifPresent(facts -> lines.add("  costs       " + costs(facts.price())));
        way.problem()
                .ifPresent(problem ->
                        lines.add(
                                "  wrong       %s: %s"
                                        .formatted(problem.message(), problem.fix())));
        way.remarks().forEach(remark -> lines.add("  note        " + remark));
        way.route().overridden().forEach(other -> lines.add("  overridden  " + overridden(other)));
        return lines;
    }

    private static String abilities(ModelAccess.Facts facts) {
        return "%,d tokens for a request and its reply, %,d of them for the reply%s%s"
                .formatted(
                        facts.window(),
                        facts.maxOutput(),
                        facts.takesImages() ? ", pictures" : "",
                        facts.mayThink() ? ", thinking as much as it is told" : "");
    }

    private static String costs(Optional<Price> price) {
        return price.map(each ->
                        "%s a million tokens sent, %s of replies%s"
                                .formatted(
                                        amount(each.input()),
                                        amount(each.output()),
                                        each.longer()
                                                .map(beyond ->
                                                        "; above %,d tokens %s and %s"
                                                                .formatted(
                                                                        beyond.above(),
                                                                        amount(
                                                                                beyond.price()
                                                                                        .input()),
                                                                        amount(
                                                                                beyond.price()
                                                                                        .output())))
                                                .orElse("")))
                .orElse("not known: price.input and price.output say it");
    }

    private static String overridden(Config.Named other) {
        return "%s: %s, from %s"
                .formatted(other.key(), other.value().text(), other.value().origin());
    }

    private static List<String> fallbacks(ModelAccess.Ways.Found found) {
        if (found.fallbacks().isEmpty()) {
            return List.of(
                    "nothing answers in the place of a model that is overloaded: models.fallback is not set");
        }
        var lines = new ArrayList<String>();
        String usable =
                found.fallbacks().stream()
                        .filter(fallback -> fallback.problem().isEmpty())
                        .map(ModelAccess.Fallback::name)
                        .collect(Collectors.joining(", then "));
        lines.add(
                "while one is overloaded: %s, from models.fallback (%s)"
                        .formatted(usable.isEmpty() ? "nobody" : usable, found.fallbackOrigin()));
        for (ModelAccess.Fallback fallback : found.fallbacks()) {
            fallback.problem()
                    .ifPresent(problem ->
                            lines.add(
                                    "  wrong       %s: %s: %s"
                                            .formatted(
                                                    fallback.name(),
                                                    problem.message(),
                                                    problem.fix())));
        }
        return lines;
    }

    /// With cents, and more decimals only where there are some.
    static String amount(Money money) {
        return money.toString().replaceFirst("0{1,2}$", "");
    }
}
