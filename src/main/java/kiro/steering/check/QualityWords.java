package kiro.steering.check;

import java.util.Locale;
import kiro.steering.rule.Quality;
import kiro.steering.rule.Subject;

/// What messages say of qualities.
final class QualityWords {
    private QualityWords() {}

    static String of(Quality quality, boolean isWanted) {
        if (quality instanceof Quality.AtMost most) {
            String measure = measure(most.measure());
            return isWanted
                    ? "is over the limit of %d %s".formatted(most.limit(), measure)
                    : "is within the limit of %d %s".formatted(most.limit(), measure);
        }
        return (isWanted ? "has no " : "has ") + noun(quality);
    }

    private static String measure(Quality.Measure measure) {
        return switch (measure) {
            case PARAMETERS -> "parameters";
            case LINES_OF_FUNCTION, LINES_OF_FILE, LINES_OF_TYPE -> "lines";
            case LINE_LENGTH -> "characters";
            case NESTING -> "levels of nesting";
            case COMPLEXITY -> "ways through it";
        };
    }

    static String fix(Quality quality, boolean isWanted) {
        if (quality instanceof Quality.AtMost most) {
            return most.measure() == Quality.Measure.LINE_LENGTH ? "break it" : "split it";
        }
        return (isWanted ? "add " : "remove ") + noun(quality);
    }

    private static String noun(Quality quality) {
        return switch (quality) {
            case Quality.Documented _ -> "comment that documents it";
            case Quality.Annotated annotated -> "@" + String.join(" or @", annotated.anyOf());
            case Quality.Uses uses ->
                    "use of "
                            + String.join(
                                    " or ", uses.anyOf().stream().map(Subject.Name::text).toList());
            case Quality.Extends extended -> "base " + extended.type();
            case Quality.Typed _ -> "types on all parameters and its result";
            case Quality.ReturnTyped _ -> "type of its result";
            case Quality.OfKind kind ->
                    "form of %s".formatted(kind.kind().name().toLowerCase(Locale.ROOT));
            case Quality.LicenseHeader _ -> "notice of license or copyright at its head";
            case Quality.TestFile _ -> "file of tests";
            case Quality.Companion companion -> "companion " + companion.pattern();
            case Quality.Header header -> "header: " + header.text();
            case Quality.AtMost most -> "limit of " + most.limit();
        };
    }
}
