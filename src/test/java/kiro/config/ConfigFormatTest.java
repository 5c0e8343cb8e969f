package kiro.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@Tag("configuration#AC-9")
class ConfigFormatTest {
    private static final Path FOLDER = Path.of("docs/formats");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void the_schema_and_the_code_know_the_same_settings() throws Exception {
        var described = new TreeMap<String, String>();
        collect("", new ObjectMapper().readTree(schemaText()), described);

        var known = new TreeMap<String, String>();
        ConfigKeys.all()
                .forEach(key -> known.put(key.name(), shape(key.type()) + key.description()));
        assertThat(described).isEqualTo(known);
    }

    @Test
    void the_documented_examples_are_valid_and_read_without_a_finding(@TempDir Path folder)
            throws Exception {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);

        for (String example : examples) {
            assertThat(schema().validate(example, InputFormat.YAML)).isEmpty();
            boolean isPersons = example.contains("api-key");
            TemporaryWorkspace.in(folder)
                    .with(".kiro/config.yaml", isPersons ? "" : example)
                    .with("home/config.yaml", isPersons ? example : "");
            Files.setPosixFilePermissions(
                    folder.resolve("home/config.yaml"),
                    java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            var home = Map.of("KIRO_HOME", folder.resolve("home").toString());
            assertThat(Config.read(home, folder, folder))
                    .isInstanceOfSatisfying(
                            Config.Reading.Whole.class,
                            whole -> assertThat(whole.warnings()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modle: x",
                "mode: sometimes",
                "model: 5",
                "tests: {limit: 600}",
                "tests: {limit: 0m}",
                "tests: {limit: ''}",
                "agent: {rounds: 0}",
                "agent: 3",
                "check: {source: []}",
                "check: {source: [1]}",
                "spec: {rules: {spec/vague: loud}}",
                "spec: {rules: off}"
            })
    void what_the_code_refuses_the_schema_refuses_too(String text) throws Exception {
        assertThat(schema().validate(text, InputFormat.YAML)).isNotEmpty();
    }

    @Test
    void the_guide_names_every_setting_with_its_variable() throws Exception {
        String page = Files.readString(Path.of("docs/guide/settings.md"));

        for (ConfigKey key : ConfigKeys.all()) {
            assertThat(page)
                    .contains(
                            "| `%s` | %s|"
                                    .formatted(
                                            key.name(),
                                            key.variable()
                                                    .map(name -> "`" + name + "` ")
                                                    .orElse("")));
        }
    }

    @Test
    void the_page_names_every_setting_with_its_variable() throws Exception {
        String page = Files.readString(FOLDER.resolve("config.md"));

        for (ConfigKey key : ConfigKeys.all()) {
            assertThat(page)
                    .contains("`" + key.name() + "`")
                    .contains(key.variable().map(name -> "`" + name + "`").orElse(""))
                    .contains(key.description());
        }
    }

    private static List<String> examples() throws Exception {
        var found = new ArrayList<String>();
        var matcher = EXAMPLE.matcher(Files.readString(FOLDER.resolve("config.md")));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static void collect(String prefix, JsonNode object, Map<String, String> into) {
        JsonNode others = object.path("additionalProperties");
        if (others.isObject()) {
            into.put(prefix + "*", shape(others) + others.path("description").asString());
            return;
        }
        assertThat(others.asBoolean(true)).isFalse();
        for (var property : object.path("properties").properties()) {
            String name = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value.path("type").asString().equals("object")) {
                collect(name + ".", value, into);
            } else {
                into.put(name, shape(value) + value.path("description").asString());
            }
        }
    }

    private static String shape(JsonNode value) {
        return value.path("type").asString()
                + value.path("enum").valueStream().map(JsonNode::asString).toList()
                + value.path("pattern").asString("").isEmpty()
                + " ";
    }

    private static String shape(ValueType type) {
        return switch (type) {
            case ValueType.Text _, ValueType.Hidden _ -> "string[]false ";
            case ValueType.TimeSpan _, ValueType.Formed _ -> "string[]false ";
            case ValueType.PositiveNumber _ -> "integer[]true ";
            case ValueType.Amount _ -> "number[]true ";
            case ValueType.Globs _, ValueType.Names _ -> "[]true ";
            case ValueType.OneOf choice -> "string" + choice.values() + "true ";
        };
    }

    private static String schemaText() throws Exception {
        return Files.readString(FOLDER.resolve("config.schema.json"));
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText());
    }
}
