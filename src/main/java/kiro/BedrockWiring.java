package kiro;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kiro.auth.SignInStore;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsWorld;
import kiro.aws.Outlook;
import kiro.aws.ServerTime;
import kiro.cli.Problem;
import kiro.config.Config;
import kiro.model.BedrockTraits;
import kiro.model.ModelChoice;
import kiro.model.bedrock.BedrockModel;
import kiro.process.CommandRunner;

/// The inventory of what models on Amazon Bedrock need: credentials, a region, and the time as AWS has it.
final class BedrockWiring {
    private final Outside outside;
    private final Consumer<Runnable> warmth;

    /// @param warmth lets a model prepare for its first request, or does not
    BedrockWiring(Outside outside, Consumer<Runnable> warmth) {
        this.outside = outside;
        this.warmth = warmth;
    }

    ModelWiring.Opening open(ModelChoice.Bedrock choice, Config config) {
        ModelChoice.Bedrock asked = choice.at(world(config).endpoint());
        Clock clock = outside.clock();
        var time = new ServerTime(clock);
        var signIn = new AwsSignIn(world(config), time);
        Optional<String> region = region(asked, signIn);
        if (region.isEmpty()) {
            signIn.close();
            return new ModelWiring.Opening.Unusable(noRegion(asked));
        }
        ModelChoice.Bedrock placed = asked.in(region.get());
        Outlook outlook = placed.door().key().isPresent() ? new Outlook.Clear() : signIn.outlook();
        if (outlook instanceof Outlook.Over(String message, String fix)) {
            signIn.close();
            return new ModelWiring.Opening.Unusable(new Problem("auth/over", message, fix));
        }
        boolean isSigned = placed.door().key().isEmpty();
        boolean tags = config.text("cost.session-tag").filter("on"::equals).isPresent();
        BedrockModel model =
                isSigned
                        ? BedrockModel.signed(
                                placed,
                                signIn,
                                session -> tags ? signIn.forSession(session) : signIn,
                                time,
                                clock)
                        : BedrockModel.withKey(placed, clock);
        warmth.accept(model::warmUp);
        boolean isUntagged = tags && !(isSigned && signIn.bearsTags());
        return new ModelWiring.Opening.Opened(
                model,
                Stream.of(remarks(placed), remarks(outlook), costs(config, signIn, isUntagged))
                        .flatMap(List::stream)
                        .toList(),
                placed.traits().maxOutput(),
                () -> {
                    model.close();
                    signIn.close();
                });
    }

    private static Problem noRegion(ModelChoice.Bedrock asked) {
        return new Problem(
                "model/unusable",
                "no region for the model bedrock/" + asked.id().text(),
                "set AWS_REGION, aws.region, or region in the profile of ~/.aws/config");
    }

    /// An endpoint that is named may stand for no region; signatures need one all the same.
    private static Optional<String> region(ModelChoice.Bedrock asked, AwsSignIn signIn) {
        Optional<String> known = asked.door().region().or(signIn::region);
        if (known.isPresent() || asked.door().baseUrl().isPresent()) {
            return known.or(() -> Optional.of("us-east-1"));
        }
        try {
            return signIn.regionOfMachine();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The place of AWS credentials and the region, as far as they are known without looking.
    Place place(Config config) {
        try (var signIn = new AwsSignIn(world(config), new ServerTime(outside.clock()))) {
            return new Place(signIn.place(), signIn.region());
        }
    }

    /// @param credentials where they are, in words
    record Place(Optional<String> credentials, Optional<String> region) {}

    /// What is to be known of the bill that the run adds to.
    private List<String> costs(Config config, AwsSignIn signIn, boolean isUntagged) {
        Optional<String> untagged =
                isUntagged
                        ? Optional.of(
                                "cost.session-tag is on, and no role is taken on that could bear the tag: AWS's bill will not tell what this session cost")
                        : Optional.empty();
        return Stream.concat(
                        untagged.stream(), new CostWiring(outside).warning(config, signIn).stream())
                .toList();
    }

    private static List<String> remarks(Outlook outlook) {
        return outlook instanceof Outlook.Ending(String words) ? List.of(words) : List.of();
    }

    private static List<String> remarks(ModelChoice.Bedrock asked) {
        boolean isAsked =
                asked.wishes().effort().isPresent() || asked.wishes().thinking().isPresent();
        return isAsked && asked.traits().reasoning() == BedrockTraits.Reasoning.NONE
                ? List.of(
                        "bedrock/%s is not known to think when told so: bedrock.effort and bedrock.thinking-tokens are left out; bedrock.request-fields passes on what it takes"
                                .formatted(asked.id().text()))
                : List.of();
    }

    AwsWorld world(Config config) {
        return new AwsWorld(
                outside.environment(),
                Outside.home(outside.environment(), outside.home()),
                config.text("aws.profile"),
                config.text("aws.region"),
                new CommandRunner(outside.environment(), outside.temporary()),
                SignInStore.of(outside.environment(), outside.home()).kept());
    }
}
