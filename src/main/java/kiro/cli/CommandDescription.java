package kiro.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What picocli knows of a command, said in code. The commands whose start is waited for are described so: to read a
/// description off annotations, Java makes a class for each kind of annotation, at each start.
final class CommandDescription {
    private final CommandSpec spec;

    /// @param command called when the command line was understood
    CommandDescription(String name, Callable<Integer> command) {
        spec = CommandSpec.wrapWithoutInspection(command, CommandDescription::made).name(name);
    }

    /// The usual factory of picocli looks for Groovy when it is first needed, which opens the jar.
    private static <T> T made(Class<T> type) throws Exception {
        return CommandLine.defaultFactory().create(type);
    }

    /// One argument of the command, as it was given.
    record Given<T>(ArgSpec argument) {
        Optional<T> value() {
            return Optional.ofNullable(argument.getValue());
        }

        boolean isGiven() {
            return argument.getValue() != null;
        }
    }

    /// A yes or no.
    record Flag(ArgSpec argument) {
        boolean isSet() {
            return Boolean.TRUE.equals(argument.getValue());
        }
    }

    CommandSpec spec() {
        return spec;
    }

    void says(String... description) {
        spec.usageMessage().description(description);
    }

    void endsWith(String... footer) {
        spec.usageMessage().footer(footer);
    }

    Given<String> option(String name, String label, String... description) {
        return added(option(name, label, String.class, description).build());
    }

    /// An option that can be given several times.
    Given<List<String>> list(String name, String label, String description) {
        return added(
                option(name, label, List.class, description)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .build());
    }

    /// Arguments without a name, as many as there are, whatever they begin with.
    Given<List<String>> rest(String label, String description) {
        PositionalParamSpec rest =
                PositionalParamSpec.builder()
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("0..*")
                        .paramLabel(label)
                        .description(description)
                        .build();
        spec.addPositional(rest);
        return new Given<>(rest);
    }

    Given<Integer> number(String name, String label, String description) {
        return added(option(name, label, Integer.class, description).build());
    }

    <T> Given<T> option(
            String name,
            String label,
            Class<T> type,
            ITypeConverter<T> converter,
            String description) {
        return added(option(name, label, type, description).converters(converter).build());
    }

    /// @param otherwise the value where the option stands without one
    Given<String> optional(String name, String label, String otherwise, String description) {
        return added(
                option(name, label, String.class, description)
                        .arity("0..1")
                        .fallbackValue(otherwise)
                        .build());
    }

    Flag flag(String name, String... description) {
        OptionSpec flag =
                OptionSpec.builder(name)
                        .type(boolean.class)
                        .arity("0")
                        .description(description)
                        .build();
        spec.addOption(flag);
        return new Flag(flag);
    }

    /// An argument without a name, which may be left out.
    Given<String> words(String label, String description) {
        PositionalParamSpec words =
                PositionalParamSpec.builder()
                        .type(String.class)
                        .arity("0..1")
                        .paramLabel(label)
                        .description(description)
                        .build();
        spec.addPositional(words);
        return new Given<>(words);
    }

    private static OptionSpec.Builder option(
            String name, String label, Class<?> type, String... description) {
        return OptionSpec.builder(name).type(type).paramLabel(label).description(description);
    }

    private <T> Given<T> added(OptionSpec option) {
        spec.addOption(option);
        return new Given<>(option);
    }
}
