package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.code.Symbol;
import kiro.finding.RuleId;
import kiro.finding.Severity;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Examples;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.Instead;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Origin;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.steering.rule.SyntaxForm;
import kiro.text.PathGlob;

/// Puts the rules of one reading of a sentence together: what it asks, where, how strictly, and what to do instead.
final class RuleAssembly {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final SteeringSource source;
    private final Lexicon lexicon;
    private final Origin origin;
    private final List<Meaning.Place> around;

    /// @param around what the headings and items above it limit it to
    RuleAssembly(
            SteeringSource source, Lexicon lexicon, Origin origin, List<Meaning.Place> around) {
        this.source = source;
        this.lexicon = lexicon;
        this.origin = origin;
        this.around = List.copyOf(around);
    }

    /// None where the reading makes no sense, or limits the rule in a way that a rule cannot be limited.
    List<SteeringRule> rules(Reading reading, Severity severity) {
        Optional<Instead> instead = instead(reading);
        var rules = new ArrayList<SteeringRule>();
        for (Demand demand : new DemandBuilder(reading).demands()) {
            Scoping scoping = scoping(reading, demand);
            instead.flatMap(Instead::file).ifPresent(scoping::except);
            Optional<FileScope> scope = scoping.scope();
            Optional<Demand> meant = meant(demand, scoping, instead);
            boolean isProjectWide = isProjectWide(demand) && scoping.isLimited();
            if (scope.isEmpty() || meant.isEmpty() || isProjectWide) {
                return List.of();
            }
            rules.add(
                    new SteeringRule(
                            new RuleId(source.name() + "/" + RuleSlug.of(meant.get())),
                            origin,
                            meant.get(),
                            scope.get(),
                            instead,
                            severity,
                            Examples.NONE));
        }
        return rules;
    }

    private Scoping scoping(Reading reading, Demand demand) {
        boolean isAboutFiles = !isProjectWide(demand);
        Scoping scoping = Scoping.of(isAboutFiles ? source.about() : List.of());
        if (isAboutFiles && !isAboutTests(demand)) {
            around.forEach(scoping::within);
        }
        reading.all("scope", Meaning.Place.class).forEach(scoping::within);
        reading.all("except", Meaning.Place.class).forEach(scoping::except);
        reading.all("doc", Meaning.Place.class).stream()
                .map(Meaning.Place::languages)
                .map(Scoping::endings)
                .forEach(scoping::narrow);
        reading.all("kind", Meaning.Kind.class).stream()
                .map(Meaning.Kind::languages)
                .distinct()
                .map(Scoping::endings)
                .forEach(scoping::narrow);
        reading.all("in", Meaning.Parts.class).stream()
                .map(some ->
                        some.parts().stream()
                                .flatMap(RuleAssembly::globs)
                                .flatMap(glob -> PathGlob.parse(glob).stream())
                                .toList())
                .forEach(scoping::only);
        if (demand instanceof Demand.Named named && named.every().kinds().isEmpty()) {
            scoping.narrow(sources(named.pattern()));
        }
        if (demand instanceof Demand.Named named && isCamelCaseOfFunctions(named)) {
            List.of("*.tsx", "*.jsx", "*.go").forEach(scoping::except);
        }
        return scoping;
    }

    /// Names of files are those of sources: nobody means the `README.md`; and a file of Java is named as its class.
    private List<PathGlob> sources(NamePattern pattern) {
        boolean isOfJava =
                pattern instanceof NamePattern.Cased cased
                        && cased.style() == NamePattern.Style.PASCAL;
        return Scoping.endings(
                List.of(Grammar.values()).stream()
                        .filter(grammar -> isOfJava || grammar != Grammar.JAVA)
                        .toList());
    }

    /// Components of React and exported functions of Go begin with a capital, and nobody means them.
    private static boolean isCamelCaseOfFunctions(Demand.Named named) {
        return named.every().kinds().contains(Symbol.Kind.FUNCTION)
                && named.pattern() instanceof NamePattern.Cased cased
                && cased.style() == NamePattern.Style.CAMEL;
    }

    private static Stream<String> globs(Part part) {
        return part.paths().isEmpty()
                ? Stream.concat(
                        PartSlot.globs(part).stream(),
                        part.packages().stream().flatMap(RuleAssembly::ofPackage))
                : part.paths().stream().map(PathGlob::toString);
    }

    /// The folder of a package, and the file of a module of Python.
    private static Stream<String> ofPackage(String name) {
        String place = "**/" + name.replaceAll("\\.\\*+$", "").replace('.', '/');
        return Stream.of(place + "/**", place + ".py");
    }

    /// What is about the project as a whole, in no file of its sources.
    private static boolean isProjectWide(Demand demand) {
        return switch (demand) {
            case Demand.Coverage coverage -> true;
            case Demand.Dependencies dependencies -> true;
            case Demand.Infrastructure infrastructure -> true;
            case Demand.Layers layers -> true;
            case Demand.NoCycle cycle -> true;
            default -> false;
        };
    }

    /// A heading such as "Tests" does not limit a sentence about where tests lie, or which code has some.
    private static boolean isAboutTests(Demand demand) {
        return switch (demand) {
            case Demand.Every every -> every.has() instanceof Quality.TestFile;
            case Demand.Placed placed -> true;
            default -> false;
        };
    }

    /// `var` is a word of Java and of JavaScript.
    private Optional<Demand> meant(Demand demand, Scoping scoping, Optional<Instead> instead) {
        if (!(demand instanceof Demand.Forbid forbid)
                || !forbid.subject().equals(SubjectSlot.VAR)) {
            return Optional.of(demand);
        }
        List<String> within = scoping.withinSoFar().stream().map(Object::toString).toList();
        boolean isJava =
                !within.isEmpty() && within.stream().allMatch(glob -> glob.endsWith(".java"));
        boolean isScript =
                instead.filter(other -> other.text().matches(".*\\b(?:let|const)\\b.*")).isPresent()
                        || (!within.isEmpty()
                                && within.stream()
                                        .allMatch(glob -> glob.matches(".*[.{,][mc]?[jt]sx?}?")));
        if (isJava == isScript) {
            return Optional.empty();
        }
        return Optional.of(
                isScript
                        ? demand
                        : new Demand.Forbid(new Subject.Form(SyntaxForm.LOCAL_VARIABLE_TYPE)));
    }

    private Optional<Instead> instead(Reading reading) {
        return reading.first("instead", Meaning.Free.class)
                .map(free -> {
                    Optional<String> name = Optional.empty();
                    Optional<String> file = Optional.empty();
                    Matcher codes = CODE.matcher(free.text());
                    while (codes.find()) {
                        String code = codes.group(1);
                        if (isFile(code)) {
                            file = file.or(() -> Optional.of(code));
                        } else {
                            name = name.or(() -> Optional.of(code));
                        }
                    }
                    return new Instead(free.text(), name, file);
                });
    }

    private boolean isFile(String code) {
        return code.matches("(?:[\\w@.-]+/)+[\\w.-]+\\.\\w+")
                && lexicon.has("extension", code.substring(code.lastIndexOf('.') + 1));
    }
}
