package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;
import kiro.model.builtin.project.Paths;
import kiro.spec.rest.Behaviour;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Words;

/// The names that an endpoint gives to what is written for it.
///
/// @param noun what it is about: `profile`, `task`, in the singular, in camelCase
/// @param verb what is done with it: `update`
record Names(String noun, String verb) {
    static Names of(EndpointSpec endpoint, Action action) {
        return switch (action) {
            case ACT -> ofAct(endpoint);
            case READ, LIST, CREATE, REPLACE, CHANGE, DELETE ->
                    new Names(noun(endpoint.route().path()), action.verb());
        };
    }

    /// `/orders/{id}/cancel` cancels an order, and so does what brings it into the state `CANCELLED`.
    private static Names ofAct(EndpointSpec endpoint) {
        PathTemplate path = endpoint.route().path();
        List<String> segments = path.segments();
        if (Paths.isParameter(segments.getLast())) {
            return new Names(noun(path), done(endpoint));
        }
        String noun =
                segments.subList(0, segments.size() - 1).reversed().stream()
                        .filter(segment -> !Paths.isParameter(segment))
                        .findFirst()
                        .orElse("resource");
        return new Names(singular(camel(noun)), camel(segments.getLast()));
    }

    /// The verb of the state that is brought about; where it is none, what the method of the route is called.
    private static String done(EndpointSpec endpoint) {
        for (Behaviour behaviour : endpoint.behaviours()) {
            String state =
                    switch (behaviour) {
                        case Behaviour.Brings(String word) -> word;
                        case Behaviour.SetsTo(String name, String value)
                                when name.matches("(?i)status|state") ->
                                value;
                        case Behaviour other -> "";
                    };
            String word = state.toLowerCase(Locale.ROOT);
            if (word.matches("[a-z]{3,}ed")) {
                return Words.verbOfDone(word);
            }
        }
        return endpoint.route().method().name().toLowerCase(Locale.ROOT);
    }

    /// `cancelling`, for a name of a test.
    String gerund() {
        return (verb.matches(".*[^e]e") ? verb.substring(0, verb.length() - 1) : words(verb))
                + "ing";
    }

    /// The last word of the path that is no parameter.
    static String noun(PathTemplate path) {
        String last = "resource";
        for (String segment : path.segments()) {
            if (!Paths.isParameter(segment)) {
                last = segment;
            }
        }
        return singular(camel(last));
    }

    static String camel(String text) {
        var name = new StringBuilder();
        for (String word : text.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? lower(word) : upper(word));
            }
        }
        return name.isEmpty() ? "value" : name.toString();
    }

    static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(sses|xes|ches|shes|zes)")) {
            return word.substring(0, word.length() - 2);
        }
        boolean isPlural = word.endsWith("s") && !word.matches(".*(ss|us|is)");
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }

    static String plural(String word) {
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (word.matches(".*(s|x|ch|sh|z)") ? "es" : "s");
    }

    /// Whether a word has a meaning of its own in Java.
    static boolean isKeyword(String word) {
        return SourceVersion.isKeyword(word);
    }

    static String upper(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    static String lower(String word) {
        return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
    }

    /// What an object of a type is called in code: `talk` of a `TalkEntity`, `theReturn` of a `Return`.
    static String ofType(String type) {
        return variable(nounOf(type));
    }

    /// What such an object is called in words and within names.
    static String nounOf(String type) {
        return lower(type.replaceFirst("(?<=[a-z0-9])(Entity|Model|Record|Document)$", ""));
    }

    /// The name of a variable, which no word of Java is.
    static String variable(String type) {
        String name = lower(type);
        return isKeyword(name) ? "the" + upper(name) : name;
    }

    /// `displayName` as words: `display name`.
    static String words(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    String nounType() {
        return upper(noun);
    }

    String nounWords() {
        return words(noun);
    }

    /// `updateProfile`.
    String act() {
        return verb + nounType();
    }
}
