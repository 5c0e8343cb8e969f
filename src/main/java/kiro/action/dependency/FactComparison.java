package kiro.action.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiro.action.dependency.ApiChange.Kind;
import kiro.action.dependency.ApiChange.Whom;

/// Says in words what a declaration no longer grants.
///
/// @param now the same declaration in the newer version
record FactComparison(Declaration old, Declaration now) {
    record Difference(Kind kind, Whom whom, String words) {}

    /// @param left the types that it no longer is one of
    List<Difference> changes(List<String> left) {
        var found = new ArrayList<Difference>();
        left.forEach(type -> found.add(users("is no longer a " + type)));
        if (!old.fact("kind").equals(now.fact("kind"))) {
            found.add(users("is %s now".formatted(now.fact("kind"))));
        }
        if (old.fact("visibility").equals("public") && now.fact("visibility").equals("protected")) {
            found.add(users("is protected now"));
        }
        replaced("returns", "returns %s instead of %s", found);
        replaced("type", "is %s instead of %s", found);
        replaced("value", "is %s now, and what was compiled before still has %s", found);
        throwing(found);
        modifiers(found);
        if (isOtherwise("type parameters")) {
            found.add(
                    users(
                            "has %s type parameters instead of %s"
                                    .formatted(
                                            number(now.fact("type parameters")),
                                            number(old.fact("type parameters")))));
        }
        boolean areKnown = !old.fact("parameters").isEmpty() && !now.fact("parameters").isEmpty();
        if (areKnown && !accepts(now.fact("parameters"), old.fact("parameters"))) {
            found.add(
                    users(
                            "takes %s instead of %s"
                                    .formatted(
                                            brief(now.fact("parameters")),
                                            brief(old.fact("parameters")))));
        }
        deprecation(found);
        return found;
    }

    /// Of a function with several forms, each that was there has to be accepted by one.
    private static boolean accepts(String now, String old) {
        return Stream.of(old.split(" or \\("))
                .map(FactComparison::whole)
                .allMatch(was ->
                        Stream.of(now.split(" or \\("))
                                .map(FactComparison::whole)
                                .anyMatch(each -> Parameters.accept(each, was)));
    }

    private static String whole(String form) {
        return form.startsWith("(") ? form : "(" + form;
    }

    private static String number(String count) {
        return count.isEmpty() ? "no" : count;
    }

    private static Difference users(String words) {
        return new Difference(Kind.CHANGED, Whom.USERS, words);
    }

    private boolean isOtherwise(String fact) {
        return !old.fact(fact).equals(now.fact(fact));
    }

    /// @param words with places for what is there now and what was there
    private void replaced(String fact, String words, List<Difference> found) {
        boolean isThere = !old.fact(fact).isEmpty() && !now.fact(fact).isEmpty();
        if (isThere && !forms(now.fact(fact)).containsAll(forms(old.fact(fact)))) {
            found.add(users(words.formatted(brief(now.fact(fact)), brief(old.fact(fact)))));
        }
    }

    private static List<String> forms(String fact) {
        return List.of(fact.split(" or "));
    }

    private static String brief(String text) {
        String bare = text.replaceAll("\\b(?:[a-z][\\w$]*\\.)+(?=[A-Z])", "");
        return bare.length() <= 120 ? bare : bare.substring(0, 117) + "...";
    }

    private void throwing(List<Difference> found) {
        var more = new ArrayList<>(List.of(now.fact("throws").split(", ")));
        var less = new ArrayList<>(List.of(old.fact("throws").split(", ")));
        more.removeAll(List.of(old.fact("throws").split(", ")));
        less.removeAll(List.of(now.fact("throws").split(", ")));
        more.removeIf(String::isEmpty);
        less.removeIf(String::isEmpty);
        String thrown = brief(String.join(", ", more));
        String spared = brief(String.join(", ", less));
        if (!more.isEmpty()) {
            found.add(
                    users(
                            less.isEmpty()
                                    ? "throws %s too".formatted(thrown)
                                    : "throws %s instead of %s".formatted(thrown, spared)));
        } else if (!less.isEmpty()) {
            found.add(users("no longer throws " + spared));
        }
    }

    private void modifiers(List<Difference> found) {
        boolean isType = old.kind() == Declaration.Kind.TYPE;
        if (isNew("final") && (isType || old.fact("static").isEmpty())) {
            switch (old.kind()) {
                case VALUE -> found.add(users("can no longer be assigned"));
                case TYPE, CONSTRUCTOR, FUNCTION, PACKAGE ->
                        found.add(
                                new Difference(
                                        Kind.CHANGED,
                                        Whom.HEIRS,
                                        isType
                                                ? "can no longer be extended"
                                                : "can no longer be overridden"));
            }
        }
        if (isType && isNew("sealed")) {
            found.add(new Difference(Kind.CHANGED, Whom.HEIRS, "can no longer be extended"));
        }
        if (isNew("abstract")) {
            found.add(
                    isType
                            ? users("is abstract now")
                            : new Difference(Kind.CHANGED, Whom.HEIRS, "is abstract now"));
        }
        if (isOtherwise("static") && !isType) {
            found.add(users(isNew("static") ? "is static now" : "is no longer static"));
        }
        if (!old.fact("varargs").isEmpty() && now.fact("varargs").isEmpty()) {
            found.add(users("no longer takes any number of arguments"));
        }
    }

    private boolean isNew(String fact) {
        return old.fact(fact).isEmpty() && !now.fact(fact).isEmpty();
    }

    private void deprecation(List<Difference> found) {
        if (isOtherwise("deprecated") && !now.fact("deprecated").isEmpty()) {
            found.add(new Difference(Kind.DEPRECATED, Whom.USERS, "is " + now.fact("deprecated")));
        }
    }
}
