package kiro.model.builtin.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaMethod;
import kiro.code.JavaReader;

/// A Spring MVC project, as far as it was understood.
///
/// @param clockIsBean whether the project has a `java.time.Clock` to inject
/// @param application the class with `@SpringBootApplication`
public record SpringProject(
        Sources sources,
        Pom pom,
        Settings settings,
        List<Controller> controllers,
        List<Storage> storages,
        Failures failures,
        Optional<Caller> caller,
        Protection protection,
        Credentials credentials,
        TestStyle tests,
        CodeStyle style,
        boolean clockIsBean,
        Optional<ProjectType> application) {
    public SpringProject {
        controllers = List.copyOf(controllers);
        storages = List.copyOf(storages);
    }

    /// @param files the texts of the project's files, by path
    public static SpringProject read(
            JavaReader reader, String buildFile, Map<String, String> files) {
        return of(Sources.read(reader, files), Pom.read(files.getOrDefault(buildFile, "")));
    }

    /// The same project, where these files have these texts.
    public SpringProject with(JavaReader reader, Map<String, String> files) {
        return files.isEmpty() ? this : of(sources.with(reader, files), pom);
    }

    /// The same project, whose tests are written in another way.
    public SpringProject with(TestStyle other) {
        return new SpringProject(
                sources,
                pom,
                settings,
                controllers,
                storages,
                failures,
                caller,
                protection,
                credentials,
                other,
                style,
                clockIsBean,
                application);
    }

    private static SpringProject of(Sources sources, Pom pom) {
        Settings settings = Settings.read(sources.texts());
        List<Controller> controllers = new ControllerReader(sources).controllers();
        Failures failures = Failures.read(sources, pom);
        Optional<Caller> caller = new CallerReader(sources, pom, failures).caller(controllers);
        Protection protection = new ProtectionReader(sources, pom, failures).protection(caller);
        List<Storage> storages = new StorageReader(sources).storages();
        return new SpringProject(
                sources,
                pom,
                settings,
                controllers,
                storages,
                failures,
                caller,
                protection,
                new CredentialsReader(sources, settings, pom, storages, caller)
                        .credentials(protection),
                new TestStyleReader(sources, pom).style(),
                CodeStyle.of(sources.main()),
                hasClock(sources),
                sources.types().stream()
                        .filter(type -> type.type().isAnnotated("SpringBootApplication"))
                        .findFirst());
    }

    private static boolean hasClock(Sources sources) {
        for (ProjectType type : sources.types()) {
            for (JavaMethod method : type.type().methods()) {
                if (method.isAnnotated("Bean")
                        && TypeName.of(method.returnType()).raw().equals("Clock")) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether requests can be validated with Jakarta constraints.
    public boolean hasValidation() {
        return pom.has("spring-boot-starter-validation")
                || pom.has("hibernate-validator")
                || sources.mainMentions("import jakarta.validation.");
    }

    /// Why questions of controllers for who calls were not understood, each with its class and method.
    public List<String> unreadCallers() {
        return new AskedCallerReader(sources, failures).reasons(controllers);
    }

    /// The path that stands before every path of the application; empty where there is none.
    public String contextPath() {
        return settings.value("server.servlet.context-path").orElse("");
    }
}
