package kiro.model.builtin.write;

import java.util.List;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Says what of a project's callers was not understood, with the class and the method that keep it back.
final class UnknownCallers {
    private UnknownCallers() {}

    /// Why nothing is known to ask who calls.
    static String asking(SpringProject project) {
        return told("the project has nothing that asks callers who they are", project);
    }

    /// Why it is not known who calls.
    static String caller(SpringProject project) {
        return told("nothing in the project tells which user sends a request", project);
    }

    private static String told(String words, SpringProject project) {
        List<String> reasons = project.unreadCallers();
        return reasons.isEmpty() ? words : words + ": " + String.join("; ", reasons);
    }

    /// Why a test cannot sign in.
    static String signIn(SpringProject project) {
        String words =
                "how a test signs in was not found in the project's sources, settings and tests";
        return project.caller()
                .flatMap(Caller::asked)
                .map(asked -> asked.type().name() + "." + asked.method().name())
                .or(() -> project.protection().where().map(ProjectType::name))
                .map(where ->
                        "%s: what %s takes for a caller it finds where no test can put one; callers with what they show in data.sql would help, or a public method that opens a session for one"
                                .formatted(words, where))
                .orElse(words);
    }
}
