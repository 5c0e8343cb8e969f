package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.steering.rule.FileScope;
import kiro.text.PathGlob;

/// Joins what limits a rule, one limit at a time. Two limits that are not understood together are none that a rule has.
final class Scoping {
    private List<PathGlob> within;
    private final LinkedHashSet<PathGlob> except = new LinkedHashSet<>();
    private boolean isClear = true;
    private boolean isLimited;

    private Scoping(List<PathGlob> within) {
        this.within = within;
    }

    /// @param globs files that the steering file is about; all where there are none
    static Scoping of(List<String> globs) {
        return new Scoping(globs.stream().flatMap(glob -> PathGlob.parse(glob).stream()).toList());
    }

    void within(Meaning.Place place) {
        isLimited |=
                !place.within().isEmpty()
                        || !place.except().isEmpty()
                        || !place.languages().isEmpty();
        narrow(place.within());
        narrow(endings(place.languages()));
        except.addAll(place.except());
    }

    void except(Meaning.Place place) {
        isLimited = true;
        except.addAll(place.within());
        except.addAll(endings(place.languages()));
        isClear &= place.except().isEmpty();
    }

    void except(String path) {
        PathGlob.parse(path).ifPresent(except::add);
    }

    /// Only these files; where no pattern tells them, the limit is not understood.
    void only(List<PathGlob> globs) {
        isClear &= !globs.isEmpty();
        narrow(globs);
    }

    void narrow(List<PathGlob> globs) {
        if (globs.isEmpty()) {
            return;
        }
        Optional<List<PathGlob>> both = both(within, globs).or(() -> both(globs, within));
        isClear &= both.isPresent();
        within = both.orElse(globs);
    }

    /// Whether the sentence itself limits where it holds.
    boolean isLimited() {
        return isLimited;
    }

    /// Empty where its limits do not go together.
    Optional<FileScope> scope() {
        return isClear ? Optional.of(new FileScope(within, List.copyOf(except))) : Optional.empty();
    }

    List<PathGlob> withinSoFar() {
        return within;
    }

    /// Files that match one of the first and one of the second, where that can be said by patterns.
    private static Optional<List<PathGlob>> both(List<PathGlob> some, List<PathGlob> others) {
        if (some.isEmpty() || some.equals(others)) {
            return Optional.of(others);
        }
        boolean areEndings = others.stream().allMatch(Scoping::isEnding);
        boolean haveThem =
                areEndings
                        && some.stream()
                                .allMatch(glob ->
                                        others.stream()
                                                .anyMatch(ending ->
                                                        glob.toString()
                                                                .endsWith(
                                                                        ending.toString()
                                                                                .substring(1))));
        if (haveThem) {
            return Optional.of(some);
        }
        return areEndings ? ended(some, others) : Optional.empty();
    }

    /// What of each pattern has one of the endings; empty where a pattern does not tell.
    private static Optional<List<PathGlob>> ended(List<PathGlob> some, List<PathGlob> endings) {
        var all = new ArrayList<PathGlob>();
        for (PathGlob each : some) {
            String text = each.toString();
            if (!text.endsWith("/**") && !text.endsWith(".*") && !text.matches(".*\\.\\w+")) {
                return Optional.empty();
            }
            for (PathGlob ending : endings) {
                ended(text, ending.toString()).flatMap(PathGlob::parse).ifPresent(all::add);
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Optional<String> ended(String glob, String ending) {
        if (glob.endsWith("/**")) {
            return Optional.of(glob + "/" + ending);
        }
        if (glob.endsWith(".*")) {
            return Optional.of(glob.substring(0, glob.length() - 2) + ending.substring(1));
        }
        return glob.endsWith(ending.substring(1)) ? Optional.of(glob) : Optional.empty();
    }

    private static boolean isEnding(PathGlob glob) {
        return glob.toString().matches("\\*\\.\\w+");
    }

    /// Patterns of the names that sources of these languages have.
    static List<PathGlob> endings(List<Grammar> languages) {
        return languages.stream()
                .flatMap(Scoping::endings)
                .flatMap(glob -> PathGlob.parse(glob).stream())
                .toList();
    }

    private static Stream<String> endings(Grammar language) {
        return switch (language) {
            case JAVA -> Stream.of("*.java");
            case JAVASCRIPT -> Stream.of("*.js", "*.jsx", "*.mjs", "*.cjs");
            case TYPESCRIPT -> Stream.of("*.ts", "*.mts", "*.cts");
            case TSX -> Stream.of("*.tsx");
            case PYTHON -> Stream.of("*.py", "*.pyi");
            case GO -> Stream.of("*.go");
            case RUST -> Stream.of("*.rs");
        };
    }
}
