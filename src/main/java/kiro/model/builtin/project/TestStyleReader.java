package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.JavaAnnotation;
import kiro.code.JavaField;
import kiro.code.JavaFile;
import kiro.code.JavaImport;
import kiro.code.JavaMethod;

/// Reads the test style off the tests that are there.
final class TestStyleReader {
    private static final Pattern NAMED =
            Pattern.compile("(@Tag|@DisplayName|//)[^\n]*?[\\w.-]+#[A-Za-z0-9][\\w.-]*");
    private static final Set<String> OTHER =
            Set.of("Nested", "DisplayName", "Tag", "Tags", "DisplayNameGeneration", "Disabled");

    private final Sources sources;
    private final Pom pom;

    TestStyleReader(Sources sources, Pom pom) {
        this.sources = sources;
        this.pom = pom;
    }

    /// A test of the whole application, and the class from which it has its annotations: itself, one
    /// that it extends, or an annotation of the project's own.
    private record Whole(ProjectType test, Optional<ProjectType> base, TestStyle.Client client) {}

    TestStyle style() {
        Optional<Whole> sample = sample();
        var annotations = new ArrayList<String>();
        var imports = new ArrayList<String>();
        var statics = new ArrayList<String>();
        if (sample.isPresent() && sample.get().base().isPresent()) {
            imports.add(sample.get().base().get().qualifiedName());
        } else if (sample.isPresent()) {
            copied(sample.get().test(), annotations, imports, statics);
        } else {
            annotations.add("@SpringBootTest");
            annotations.add("@AutoConfigureMockMvc");
            imports.add("org.springframework.boot.test.context.SpringBootTest");
            imports.add(
                    pom.bootMajor() >= 4
                            ? "org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc"
                            : "org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc");
        }
        TestStyle.Client client = sample.map(Whole::client).orElse(TestStyle.Client.MOCK_MVC);
        return new TestStyle(
                sample.map(Whole::test),
                sample.flatMap(Whole::base),
                new TestStyle.Head(
                        annotations, imports, statics, clientType(client), access(sample, client)),
                client,
                isSnakeCase(),
                naming(),
                isPossible(sample));
    }

    /// The first whole test, those with a client in the test's own thread before the others.
    private Optional<Whole> sample() {
        var found = new ArrayList<Whole>();
        for (ProjectType type : sources.testTypes()) {
            boolean hasTests =
                    type.type().methods().stream().anyMatch(method -> method.isAnnotated("Test"));
            if (hasTests && !type.type().is("abstract")) {
                whole(type).ifPresent(found::add);
            }
        }
        return found.stream().min(Comparator.comparing(Whole::client));
    }

    private Optional<Whole> whole(ProjectType type) {
        if (isWhole(type)) {
            return client(type).map(client -> new Whole(type, Optional.empty(), client));
        }
        for (String supertype : type.type().supertypes()) {
            Optional<ProjectType> base = testType(supertype);
            if (base.isPresent() && isInherited(base.get())) {
                return client(type)
                        .or(() -> client(base.get()))
                        .map(client -> new Whole(type, base, client));
            }
        }
        return Optional.empty();
    }

    private boolean isInherited(ProjectType base) {
        return isWhole(base)
                || base.type().supertypes().stream()
                        .map(this::testType)
                        .flatMap(Optional::stream)
                        .anyMatch(this::isInherited);
    }

    /// Whether it carries the annotation, or one of the project's own that carries it.
    private boolean isWhole(ProjectType type) {
        return type.type().isAnnotated("SpringBootTest")
                || type.type().annotations().stream()
                        .map(JavaAnnotation::name)
                        .map(this::testType)
                        .flatMap(Optional::stream)
                        .anyMatch(own -> own.type().isAnnotated("SpringBootTest"));
    }

    private Optional<ProjectType> testType(String name) {
        String simple = TypeName.of(name).raw();
        return sources.testTypes().stream().filter(type -> type.name().equals(simple)).findFirst();
    }

    private static Optional<TestStyle.Client> client(ProjectType type) {
        String text = type.file().text();
        if (text.contains("MockMvc")) {
            return Optional.of(TestStyle.Client.MOCK_MVC);
        }
        if (text.contains("WebTestClient")) {
            return Optional.of(TestStyle.Client.WEB_TEST_CLIENT);
        }
        if (text.contains("RestTestClient")) {
            return Optional.of(TestStyle.Client.REST_TEST_CLIENT);
        }
        return text.contains("TestRestTemplate")
                ? Optional.of(TestStyle.Client.TEST_REST_TEMPLATE)
                : Optional.empty();
    }

    private static String simpleType(TestStyle.Client client) {
        return switch (client) {
            case MOCK_MVC -> "MockMvc";
            case WEB_TEST_CLIENT -> "WebTestClient";
            case REST_TEST_CLIENT -> "RestTestClient";
            case TEST_REST_TEMPLATE -> "TestRestTemplate";
        };
    }

    /// The client's type as a test imports it; its package differs between versions.
    private String clientType(TestStyle.Client client) {
        String simple = simpleType(client);
        return sources.tests().stream()
                .flatMap(test -> test.imports().stream())
                .map(JavaImport::name)
                .filter(name -> name.endsWith("." + simple))
                .findFirst()
                .orElse("org.springframework.test.web.servlet.MockMvc");
    }

    private TestStyle.Access access(Optional<Whole> sample, TestStyle.Client client) {
        String type = simpleType(client);
        Optional<String> inherited =
                sample.flatMap(Whole::base).flatMap(base -> inherited(base, type));
        if (inherited.isPresent()) {
            return new TestStyle.Access.Inherited(inherited.get());
        }
        boolean canBeBound =
                client == TestStyle.Client.REST_TEST_CLIENT
                        || client == TestStyle.Client.WEB_TEST_CLIENT;
        Pattern injected =
                Pattern.compile(
                        "@Autowired\\s[^;]*\\b"
                                + type
                                + "\\s+\\w+|\\w+\\([^)]*\\b"
                                + type
                                + "\\s+\\w+");
        boolean isInjected =
                sources.tests().stream().anyMatch(file -> injected.matcher(file.text()).find());
        return canBeBound
                        && !isInjected
                        && sources.testTypes().stream()
                                .anyMatch(test ->
                                        test.file().text().contains(type + ".bindToServer("))
                ? new TestStyle.Access.Bound()
                : new TestStyle.Access.Injected();
    }

    /// The field or method of a base class that has the client.
    private Optional<String> inherited(ProjectType base, String type) {
        Optional<String> field =
                base.type().fields().stream()
                        .filter(one -> !one.is("private") && one.type().equals(type))
                        .map(JavaField::name)
                        .findFirst();
        Optional<String> method =
                base.type().methods().stream()
                        .filter(one ->
                                !one.is("private")
                                        && one.parameters().isEmpty()
                                        && one.returnType().equals(type))
                        .map(one -> one.name() + "()")
                        .findFirst();
        return field.or(() -> method)
                .or(() ->
                        base.type().supertypes().stream()
                                .map(this::testType)
                                .flatMap(Optional::stream)
                                .map(one -> inherited(one, type))
                                .flatMap(Optional::stream)
                                .findFirst());
    }

    private static void copied(
            ProjectType sample,
            List<String> annotations,
            List<String> imports,
            List<String> statics) {
        for (JavaAnnotation use : sample.type().annotations()) {
            if (OTHER.contains(use.name())) {
                continue;
            }
            String source = use.range().of(sample.file().text());
            annotations.add(source);
            for (JavaImport present : sample.file().imports()) {
                boolean isUsed =
                        present.simpleName().equals("*")
                                || source.matches("(?s).*\\b" + present.simpleName() + "\\b.*");
                if (isUsed) {
                    (present.isStatic() ? statics : imports).add(present.name());
                }
            }
        }
    }

    private boolean isPossible(Optional<Whole> sample) {
        return sample.isPresent()
                || pom.has("spring-boot-starter-webmvc-test")
                || pom.has("spring-boot-webmvc-test")
                || (pom.bootMajor() < 4 && pom.has("spring-boot-starter-test"));
    }

    private boolean isSnakeCase() {
        int snake = 0;
        int camel = 0;
        for (ProjectType type : sources.testTypes()) {
            for (JavaMethod method : type.type().methods()) {
                if (method.isAnnotated("Test")) {
                    boolean isSnake = method.name().matches("[a-z0-9]+(_[a-z0-9]+)+");
                    snake += isSnake ? 1 : 0;
                    camel += !isSnake && method.name().matches(".*[A-Z].*") ? 1 : 0;
                }
            }
        }
        return snake > 0 && snake >= camel;
    }

    private TestStyle.Naming naming() {
        for (JavaFile test : sources.tests()) {
            var named = NAMED.matcher(test.text());
            if (named.find()) {
                return switch (named.group(1)) {
                    case "@DisplayName" -> TestStyle.Naming.DISPLAY_NAME;
                    case "//" -> TestStyle.Naming.COMMENT;
                    default -> TestStyle.Naming.TAG;
                };
            }
        }
        return TestStyle.Naming.TAG;
    }
}
