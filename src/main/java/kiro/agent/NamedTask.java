package kiro.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.permission.Phase;

/// A task that is known by its name: what the model is told of it, and when it counts as done, are its own.
public enum NamedTask {
    /// The spec becomes code and tests.
    IMPLEMENT,
    /// Each criterion gets tests that can fail; nothing but tests is written.
    GENERATE_TESTS,
    GENERATE_CDK_STACK,
    GENERATE_CLOUDFORMATION,
    GENERATE_TERRAFORM,
    GENERATE_IAM_POLICY;

    /// The task that words name; empty where they are a task of a person's own.
    public static Optional<NamedTask> of(String words) {
        return Stream.of(values()).filter(task -> task.word().equals(words.strip())).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(NamedTask::word).toList();
    }

    /// As it is written on a command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is going on while its steps are carried out.
    Phase phase() {
        return this == GENERATE_TESTS ? Phase.WRITING_TESTS : Phase.EXECUTING;
    }

    /// The text that tells a model what the task is about.
    String guide() {
        return new PromptTexts().text("task/" + word() + ".md");
    }
}
