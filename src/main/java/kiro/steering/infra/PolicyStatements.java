package kiro.steering.infra;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the statements of policies that allow something, in the forms that the files have for them.
final class PolicyStatements {
    private static final String STATEMENT = "Statement";
    private static final Set<String> OF_THEMSELVES = Set.of("AWS::KMS::Key", "aws_kms_key");
    private static final String DOCUMENT = "aws_iam_policy_document";

    private PolicyStatements() {}

    /// Those of a file that is nothing but a policy.
    static List<PolicyStatement> alone(Setting.Block root) {
        return in(root, "the policy", false).toList();
    }

    static Stream<PolicyStatement> of(Resource resource) {
        return in(resource.settings(), resource.label(), OF_THEMSELVES.contains(resource.type()));
    }

    private static Stream<PolicyStatement> in(Setting setting, String owner, boolean isOfItself) {
        return switch (setting) {
            case Setting.Block block ->
                    Stream.concat(
                            block.blocks(STATEMENT)
                                    .filter(PolicyStatements::isAllowing)
                                    .map(each -> statement(each, owner, isOfItself)),
                            block.entries().stream()
                                    .filter(entry -> !entry.key().equals(STATEMENT))
                                    .flatMap(entry -> in(entry.value(), owner, isOfItself)));
            case Setting.Items items ->
                    items.items().stream().flatMap(each -> in(each, owner, isOfItself));
            case Setting.Word word when mayBePolicy(word.text()) ->
                    JsonSettings.read(word.text())
                                    instanceof Setting.Reading.Whole(Setting.Block root)
                            ? in(root, owner, isOfItself).map(each -> at(each, word))
                            : Stream.empty();
            case Setting.Word _, Setting.Computed _, Setting.Nothing _ -> Stream.empty();
        };
    }

    private static boolean mayBePolicy(String text) {
        return text.stripLeading().startsWith("{") && text.contains(STATEMENT);
    }

    /// A policy within a text stands where the text begins.
    private static PolicyStatement at(PolicyStatement statement, Setting.Word text) {
        return new PolicyStatement(
                statement.owner(),
                statement.isOfItself(),
                statement.isBound(),
                statement.actions().stream().map(each -> at(each, text)).toList(),
                statement.resources().stream().map(each -> at(each, text)).toList(),
                statement.principals().stream().map(each -> at(each, text)).toList(),
                text.span());
    }

    private static Setting at(Setting value, Setting.Word text) {
        return value.word()
                .<Setting>map(word -> new Setting.Word(word, text.span()))
                .orElseGet(() -> new Setting.Computed("", text.span()));
    }

    private static boolean isAllowing(Setting.Block statement) {
        return statement.find("Effect").flatMap(Setting::word).filter("Allow"::equals).isPresent();
    }

    private static PolicyStatement statement(
            Setting.Block block, String owner, boolean isOfItself) {
        return new PolicyStatement(
                owner,
                isOfItself,
                block.find("Condition").isPresent(),
                values(block, "Action"),
                values(block, "Resource"),
                block.all("Principal").flatMap(PolicyStatements::named).toList(),
                block.span());
    }

    private static List<Setting> values(Setting.Block block, String key) {
        return block.all(key).flatMap(Setting::each).toList();
    }

    /// `"*"`, or the names of each kind.
    private static Stream<Setting> named(Setting principal) {
        return principal instanceof Setting.Block kinds
                ? kinds.entries().stream().flatMap(entry -> entry.value().each())
                : principal.each();
    }

    /// The documents that Terraform has a block of its own for; without a word they allow.
    static Stream<PolicyStatement> documents(Setting.Block root) {
        return root.entries().stream()
                .filter(entry -> entry.key().equals("data"))
                .flatMap(entry -> entry.value().blocks())
                .filter(data -> data.labels().size() == 2)
                .filter(data -> data.labels().getFirst().equals(DOCUMENT))
                .flatMap(data ->
                        data.blocks("statement")
                                .filter(each ->
                                        each.find("effect")
                                                .flatMap(Setting::word)
                                                .filter(effect -> !effect.equals("Allow"))
                                                .isEmpty())
                                .map(each -> document(each, data)));
    }

    private static PolicyStatement document(Setting.Block block, Setting.Block data) {
        return new PolicyStatement(
                DOCUMENT + " " + data.labels().getLast(),
                false,
                block.find("condition").isPresent(),
                values(block, "actions"),
                values(block, "resources"),
                block.blocks("principals")
                        .flatMap(each -> each.all("identifiers"))
                        .flatMap(Setting::each)
                        .toList(),
                block.span());
    }
}
