package kiro.spec.suggest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What gives a sentence away: words in it, unless others take them back.
///
/// @param is found in the lower-case text
/// @param unless where this is found too, the sentence says the opposite
record Clue(Pattern is, Optional<Pattern> unless) {
    static Clue of(String is) {
        return new Clue(Pattern.compile(is), Optional.empty());
    }

    static Clue of(String is, String unless) {
        return new Clue(Pattern.compile(is), Optional.of(Pattern.compile(unless)));
    }

    boolean isIn(Statement statement) {
        return is.matcher(statement.lower()).find()
                && unless.map(not -> !not.matcher(statement.lower()).find()).orElse(true);
    }

    /// The first that it is in; a heading only where it is in nothing else.
    Optional<Statement> first(List<Statement> statements) {
        Optional<Statement> heading = Optional.empty();
        for (Statement statement : statements) {
            if (heading.isPresent() && statement.kind() == Statement.Kind.HEADING) {
                continue;
            }
            if (isIn(statement)) {
                if (statement.kind() != Statement.Kind.HEADING) {
                    return Optional.of(statement);
                }
                heading = Optional.of(statement);
            }
        }
        return heading;
    }
}
