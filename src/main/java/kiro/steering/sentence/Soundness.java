package kiro.steering.sentence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Instead;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.steering.rule.TextPattern;
import kiro.text.PathGlob;

/// Looks at a rule alone: whether it can be checked at all, whether it says something, and whether what it rests on is
/// there.
final class Soundness {
    private final Ground ground;

    Soundness(Ground ground) {
        this.ground = ground;
    }

    Optional<RuleState.Broken> fault(SteeringRule rule) {
        return patterns(rule.demand())
                .filter(TextPattern::isRegex)
                .flatMap(pattern ->
                        RegexSafety.fault(pattern.text())
                                .map(fault -> "'%s' %s".formatted(pattern.text(), fault))
                                .stream())
                .findFirst()
                .map(fault -> new RuleState.Broken(fault, "write a simpler pattern"))
                .or(() -> boundless(rule))
                .or(() -> vanished(rule))
                .or(() ->
                        ground.fault(rule)
                                .map(fault ->
                                        new RuleState.Broken(
                                                fault, "mend the rule, or the example")));
    }

    private static Optional<RuleState.Broken> boundless(SteeringRule rule) {
        boolean isNowhere = rule.scope().except().stream().anyMatch(Soundness::isEverything);
        if (isNowhere) {
            return Optional.of(
                    new RuleState.Broken(
                            "its exceptions are all files, so that it holds nowhere",
                            "name the files that it does not hold in"));
        }
        return isEverything(rule.demand())
                ? Optional.of(
                        new RuleState.Broken(
                                "it matches everything, or nothing", "say what it is about"))
                : Optional.empty();
    }

    private static boolean isEverything(Demand demand) {
        return switch (demand) {
            case Demand.Forbid forbid -> isEverything(forbid.subject());
            case Demand.OnlyIn only -> isEverything(only.subject()) || isEverything(only.part());
            case Demand.NoImport none ->
                    none.forbidden().stream().anyMatch(Soundness::isEverything);
            case Demand.ImportOnly only ->
                    only.allowed().stream().anyMatch(Soundness::isEverything);
            case Demand.ImportedOnlyBy by ->
                    by.importers().stream().anyMatch(Soundness::isEverything);
            case Demand.Layers layers -> layers.fromTop().size() < 2;
            case Demand.Every every ->
                    every.has() instanceof Quality.AtMost most && most.limit() < 1;
            case Demand.Named named ->
                    named.pattern() instanceof NamePattern.Matches matches
                            && isEverything(matches.pattern().text());
            case Demand.Dependencies some -> some.names().contains("*");
            case Demand.NotLogged not -> not.fields().isEmpty();
            case Demand.None none -> false;
            case Demand.NoCycle cycle -> false;
            case Demand.Placed placed -> placed.places().stream().anyMatch(Soundness::isEverything);
            case Demand.Paired paired -> false;
            case Demand.Coverage coverage -> false;
            case Demand.Infrastructure resources -> false;
        };
    }

    private static boolean isEverything(Subject subject) {
        return switch (subject) {
            case Subject.Name name -> name.text().matches("[.*:]*");
            case Subject.Annotation annotation -> annotation.name().matches("[.*]*");
            case Subject.Form form -> false;
            case Subject.Literal literal -> isEverything(literal.pattern());
            case Subject.Comment comment -> isEverything(comment.pattern());
            case Subject.Shape shape -> shape.source().strip().matches("(?:\\$\\$?\\$?\\w*)?");
        };
    }

    private static boolean isEverything(TextPattern pattern) {
        return pattern.isRegex() ? isEverything(pattern.text()) : pattern.text().isBlank();
    }

    private static boolean isEverything(String regex) {
        return Stream.of("", "x", "Any other text 1")
                .allMatch(Pattern.compile(regex).asPredicate());
    }

    private static boolean isEverything(Part part) {
        return part.paths().stream().anyMatch(Soundness::isEverything);
    }

    private static boolean isEverything(PathGlob glob) {
        return glob.matches("x") && glob.matches("some/other/file.name");
    }

    private Optional<RuleState.Broken> vanished(SteeringRule rule) {
        Optional<String> file =
                rule.instead()
                        .flatMap(Instead::file)
                        .filter(path -> !ground.has(Nearness.prefix(rule) + path));
        if (file.isPresent()) {
            return Optional.of(
                    new RuleState.Broken(
                            "it says to use %s, which is not there".formatted(file.get()),
                            "name the file that is to be used, or bring it back"));
        }
        return homes(rule.demand()).stream()
                .filter(home -> !home.paths().isEmpty() && home.words().isEmpty())
                .filter(home ->
                        home.paths().stream()
                                .flatMap(glob -> Nearness.fromRoot(rule, glob).stream())
                                .noneMatch(ground::hasMatch))
                .findFirst()
                .map(home ->
                        new RuleState.Broken(
                                "%s, where alone it is allowed, is not there"
                                        .formatted(home.name()),
                                "name the place that there is, or take the sentence back"));
    }

    private static List<Part> homes(Demand demand) {
        return switch (demand) {
            case Demand.OnlyIn only -> List.of(only.part());
            case Demand.ImportedOnlyBy by -> by.importers();
            default -> List.of();
        };
    }

    private static Stream<TextPattern> patterns(Demand demand) {
        return switch (demand) {
            case Demand.Forbid forbid -> patterns(forbid.subject());
            case Demand.OnlyIn only -> patterns(only.subject());
            case Demand.Named named when named.pattern() instanceof NamePattern.Matches matches ->
                    Stream.of(matches.pattern());
            default -> Stream.empty();
        };
    }

    private static Stream<TextPattern> patterns(Subject subject) {
        return switch (subject) {
            case Subject.Literal literal -> Stream.of(literal.pattern());
            case Subject.Comment comment -> Stream.of(comment.pattern());
            default -> Stream.empty();
        };
    }
}
