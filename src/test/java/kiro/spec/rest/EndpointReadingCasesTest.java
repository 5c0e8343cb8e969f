package kiro.spec.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kiro.spec.Spec;
import kiro.spec.SpecName;
import kiro.spec.SpecReader;
import kiro.spec.SpecReading;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Specs as different authors write them, each with all that is read of it and all that is not.
class EndpointReadingCasesTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/spec.rest");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<String> names =
                    folders.map(folder -> folder.getFileName().toString()).sorted().toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("endpoint-reading#AC-8")
    @Tag("endpoint-reading#AC-10")
    @Tag("endpoint-reading#AC-60")
    @Tag("endpoint-reading#AC-61")
    @Tag("endpoint-reading#AC-62")
    @Tag("endpoint-reading#AC-11")
    @Tag("endpoint-reading#AC-12")
    @Tag("endpoint-reading#AC-63")
    @Tag("endpoint-reading#AC-64")
    @Tag("endpoint-reading#AC-65")
    void a_spec_is_read_as_its_case_says(String name) throws IOException {
        Path folder = CASES.resolve(name);

        String reading = ReadingText.of(new EndpointReader().read(spec(folder)));

        assertThat(reading).isEqualTo(Files.readString(folder.resolve("reading.txt")));
    }

    private static Spec spec(Path folder) throws IOException {
        SpecReading reading =
                SpecReader.read(
                        new SpecName(folder.getFileName().toString()),
                        WorkspacePath.of(".kiro/specs/" + folder.getFileName() + ".md"),
                        Files.readAllBytes(folder.resolve("spec.md")));
        return switch (reading) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken ->
                    throw new IllegalStateException(broken.findings().toString());
        };
    }
}
