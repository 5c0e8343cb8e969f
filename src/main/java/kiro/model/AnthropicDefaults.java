package kiro.model;

/// What is known of Anthropic's models without asking.
final class AnthropicDefaults {
    private final ModelTable table;

    private AnthropicDefaults(ModelTable table) {
        this.table = table;
    }

    static AnthropicDefaults read() {
        return new AnthropicDefaults(ModelTable.read("anthropic.properties"));
    }

    String model() {
        return table.value("default-model", "");
    }

    String baseUrl() {
        return table.value("base-url", "");
    }

    int window(String model) {
        return table.number("window", model);
    }

    int maxOutput(String model) {
        return table.number("max-output", model);
    }
}
