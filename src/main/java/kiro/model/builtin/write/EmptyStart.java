package kiro.model.builtin.write;

import java.util.regex.Pattern;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;

/// Tells whether an application that starts has nothing of a resource: it is kept in memory, and nothing fills that.
record EmptyStart(SpringProject project, Storage storage) {
    /// What a test has that begins with an application of its own.
    static final String ANEW =
            "@DirtiesContext(methodMode = DirtiesContext.MethodMode.BEFORE_METHOD)";

    private static final Pattern STARTS =
            Pattern.compile(
                    "@PostConstruct|\\b(CommandLineRunner|ApplicationRunner|ApplicationReadyEvent|ApplicationStartedEvent|ContextRefreshedEvent|InitializingBean|SmartInitializingSingleton|SmartLifecycle)\\b");
    private static final Pattern FILLS =
            Pattern.compile("\\b(put|putAll|putIfAbsent|save|add|insert|store|keep)\\w*\\(");

    boolean isSure() {
        return storage.backing() instanceof Backing.Memory memory
                && memory.map()
                        .initializer()
                        .filter(text ->
                                text.matches("(?s)\\s*new\\s+\\w+\\s*(<.*>)?\\s*\\(\\s*\\)\\s*"))
                        .isPresent()
                && !isFilledByItself(memory.in())
                && project.sources().main().stream()
                        .noneMatch(file -> STARTS.matcher(file.text()).find());
    }

    /// Whether the class with the map puts something into it where it is made.
    private static boolean isFilledByItself(ProjectType type) {
        return type.type().constructors().stream()
                        .flatMap(method -> method.body().stream())
                        .anyMatch(body -> FILLS.matcher(body).find())
                || Pattern.compile("(?m)^\\s+(static\\s*)?\\{\\s*$")
                        .matcher(type.file().text())
                        .find();
    }
}
