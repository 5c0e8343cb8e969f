package kiro.tool.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import kiro.tool.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltinToolsTest {
    @TempDir Path folder;

    @Test
    void every_tool_is_there_once() {
        assertThat(ToolBench.in(folder).tools)
                .extracting(tool -> tool.spec().name())
                .containsExactly(
                        "read_file",
                        "list_directory",
                        "search",
                        "write_file",
                        "edit_file",
                        "apply_patch",
                        "run_command",
                        "git");
    }

    @Test
    @Tag("tools#AC-1")
    void every_schema_is_valid_and_says_what_is_checked() {
        var draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Tool tool : ToolBench.in(folder).tools) {
            var schema = draft.getSchema(tool.spec().schema());
            assertThat(schema.validate("{\"unknown\": 1}", InputFormat.JSON))
                    .as(tool.spec().name())
                    .isNotEmpty();
            assertThat(Schema.parameters(tool.spec().schema())).isNotEmpty();
            assertThat(tool.spec().description()).hasSizeGreaterThan(60).endsWith(".");
        }
    }
}
