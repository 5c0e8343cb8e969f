package kiro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.spec.SpecStore;
import kiro.text.FlatYaml;
import kiro.text.FrontMatter;
import kiro.text.PathGlob;
import kiro.workspace.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The project's own specs, held against its own tests.
class SelfTraceTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @Test
    @Tag("frame#AC-11")
    void each_criterion_of_our_specs_is_named_by_a_test() throws Exception {
        Set<String> tested = tested();

        assertThat(criteria().stream().filter(criterion -> !tested.contains(criterion)))
                .as("criteria that no test names")
                .isEmpty();
    }

    @Test
    @Tag("frame#AC-11")
    void no_test_names_a_criterion_that_does_not_exist() throws Exception {
        Set<String> criteria = criteria();

        assertThat(tested().stream().filter(tag -> !criteria.contains(tag)))
                .as("names of criteria that no spec has")
                .isEmpty();
    }

    @Test
    @Tag("frame#AC-11")
    void nothing_is_ticked_without_evidence() {
        List<String> claimed =
                specs().stream()
                        .filter(spec ->
                                Files.notExists(
                                        ROOT.resolve(".kiro/evidence/" + spec.name() + ".json")))
                        .flatMap(spec ->
                                spec.criteria().stream()
                                        .filter(criterion -> criterion.isTicked())
                                        .map(criterion -> spec.ref(criterion).toString()))
                        .toList();

        assertThat(claimed).isEmpty();
    }

    @Test
    @Tag("frame#AC-11")
    void each_pattern_of_code_that_a_spec_owns_fits_a_file() throws IOException {
        List<String> files;
        try (Stream<Path> all = Files.walk(ROOT.resolve("src/main"))) {
            files = all.map(path -> ROOT.relativize(path).toString().replace('\\', '/')).toList();
        }
        var unfit = new ArrayList<String>();
        for (Spec spec : specs()) {
            for (PathGlob pattern : targets(spec)) {
                boolean fits =
                        files.stream().anyMatch(pattern::matches)
                                || Files.exists(
                                        ROOT.resolve(pattern.toString().replace("/**", "")));
                if (!fits) {
                    unfit.add(spec.name() + ": " + pattern);
                }
            }
        }

        assertThat(unfit).isEmpty();
    }

    private static List<PathGlob> targets(Spec spec) {
        return FrontMatter.of(spec.document()).stream()
                .map(matter -> FlatYaml.read(matter.yaml(), 1))
                .filter(FlatYaml.Reading.Whole.class::isInstance)
                .map(FlatYaml.Reading.Whole.class::cast)
                .flatMap(whole -> whole.find("targets").stream())
                .flatMap(entry -> entry.texts().stream())
                .map(text -> PathGlob.parse(text).orElseThrow())
                .toList();
    }

    private static Set<String> criteria() {
        return specs().stream()
                .flatMap(spec ->
                        spec.criteria().stream().map(criterion -> spec.ref(criterion).toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Spec> specs() {
        var specs = new ArrayList<Spec>();
        for (SpecReading reading : new SpecStore(new Workspace(ROOT)).all()) {
            switch (reading) {
                case SpecReading.Whole whole -> specs.add(whole.spec());
                case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
            }
        }
        return specs;
    }

    /// The tags of all test methods that look like names of criteria.
    private static Set<String> tested() throws IOException, ClassNotFoundException {
        var tags = new TreeSet<String>();
        for (Class<?> type : testClasses()) {
            tags.addAll(names(type.getAnnotationsByType(Tag.class)));
            for (Method method : type.getDeclaredMethods()) {
                tags.addAll(names(method.getAnnotationsByType(Tag.class)));
            }
        }
        return tags;
    }

    private static List<String> names(Tag[] tags) {
        return Stream.of(tags).map(Tag::value).filter(tag -> tag.contains("#")).toList();
    }

    private static List<Class<?>> testClasses() throws IOException, ClassNotFoundException {
        Path folder = ROOT.resolve("src/test/java");
        var classes = new ArrayList<Class<?>>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().matches(".*(?:Test|IT)\\.java")).toList();
        }
        for (Path file : files) {
            String path = folder.relativize(file).toString();
            String name = path.substring(0, path.length() - ".java".length()).replace('/', '.');
            add(Class.forName(name, false, SelfTraceTest.class.getClassLoader()), classes);
        }
        return classes;
    }

    private static void add(Class<?> type, List<Class<?>> classes) {
        classes.add(type);
        for (Class<?> nested : type.getDeclaredClasses()) {
            add(nested, classes);
        }
    }
}
