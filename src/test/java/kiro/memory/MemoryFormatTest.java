package kiro.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("memory#AC-1")
class MemoryFormatTest {
    private static final Path FORMATS = Path.of("docs/formats");

    @TempDir private Path folder;

    @Test
    void the_documented_example_is_valid_read_and_written_as_it_stands() throws Exception {
        String example = example();
        assertThat(schema().validate(example, InputFormat.JSON)).isEmpty();
        MemoryHere here = MemoryHere.in(folder).written(example);

        assertThat(here.memory().adopt()).isInstanceOf(Memory.Change.Made.class);

        assertThat(here.memory().read().facts().facts()).hasSize(1);
        assertThat(here.memory().read().facts().forgotten()).hasSize(1);
        assertThat(withoutKeeper(here.text())).isEqualTo(withoutKeeper(example));
    }

    @Test
    void what_is_written_is_valid() throws Exception {
        MemoryHere here =
                MemoryHere.in(folder)
                        .with(MemoryHere.everything(), MemoryHere.convention("use tabs"));

        assertThat(schema().validate(here.text(), InputFormat.JSON)).isEmpty();
        assertThat(
                        schema().validate(
                                        here.text().replace("\"active\"", "\"dreamt\""),
                                        InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void the_file_that_a_project_begins_with_is_an_empty_memory() throws Exception {
        String begun = Files.readString(Path.of("src/main/resources/kiro/init/memory.json"));
        assertThat(schema().validate(begun, InputFormat.JSON)).isEmpty();

        assertThat(MemoryHere.in(folder).written(begun).memory().read())
                .isEqualTo(new MemoryReading.Whole(Facts.NONE));
    }

    private static String withoutKeeper(String text) {
        return text.replaceAll("\"keeper\": \"\\w+\"", "");
    }

    private static String example() throws Exception {
        Matcher block =
                Pattern.compile("(?s)```json\n(.*?)```")
                        .matcher(Files.readString(FORMATS.resolve("memory.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FORMATS.resolve("memory.schema.json")));
    }
}
