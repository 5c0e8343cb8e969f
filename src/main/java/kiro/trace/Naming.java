package kiro.trace;

import java.util.regex.Pattern;
import kiro.spec.CriterionRef;

/// How a message names a criterion: as a word of its own, so that `cart#AC-1` is not in `cart#AC-12`.
record Naming(String expression) {
    private static final String BEFORE = "(^|[^A-Za-z0-9._-])";
    private static final String AFTER = "($|[.-]$|[^A-Za-z0-9._-]|[.-][^A-Za-z0-9._-])";

    static Naming of(CriterionRef criterion) {
        return new Naming(BEFORE + criterion.toString().replace(".", "[.]") + AFTER);
    }

    boolean isIn(String message) {
        return Pattern.compile(expression, Pattern.MULTILINE).matcher(message).find();
    }
}
