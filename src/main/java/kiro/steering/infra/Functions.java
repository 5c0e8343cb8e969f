package kiro.steering.infra;

/// The functions of CloudFormation in their long form: a mapping with one key, such as `Ref` or `Fn::GetAtt`.
final class Functions {
    private Functions() {}

    /// The block itself, or what it comes to.
    static Setting resolved(Setting.Block block) {
        if (block.entries().size() != 1) {
            return block;
        }
        Setting.Entry only = block.entries().getFirst();
        return switch (only.key()) {
            case "Ref", "Condition" ->
                    only.value() instanceof Setting.Word word
                            ? new Setting.Computed(word.text(), block.span())
                            : block;
            case "Fn::Sub" ->
                    only.value() instanceof Setting.Word word && !word.text().contains("${")
                            ? word
                            : new Setting.Computed(only.key(), block.span());
            default ->
                    only.key().startsWith("Fn::")
                            ? new Setting.Computed(only.key(), block.span())
                            : block;
        };
    }
}
