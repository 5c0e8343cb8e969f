package kiro;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kiro.aws.AwsSignIn;
import kiro.aws.BillStore;
import kiro.aws.CostExplorer;
import kiro.aws.ServerTime;
import kiro.aws.Spending;
import kiro.cli.BillAccess;
import kiro.config.Config;
import kiro.workspace.Workspace;

/// The inventory of what AWS's bill needs.
final class CostWiring implements BillAccess {
    /// The tag of a session as the bill names it: it is one of whoever called, and not of a resource.
    private static final String TAG = "iamPrincipal/kiro:session";

    /// What was spent before then says nothing of today.
    private static final Duration OLD = Duration.ofDays(7);

    private final Outside outside;

    CostWiring(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Config.Reading read(Workspace workspace) {
        return Config.read(outside.environment(), outside.home(), workspace.root());
    }

    @Override
    public BillStore bills(Config config) {
        try (AwsSignIn signIn = signIn(config)) {
            return bills(config, signIn);
        }
    }

    private BillStore bills(Config config, AwsSignIn signIn) {
        return BillStore.of(outside.environment(), outside.home(), signIn.whose(), tag(config));
    }

    private AwsSignIn signIn(Config config) {
        return new AwsSignIn(world(config), time());
    }

    private kiro.aws.AwsWorld world(Config config) {
        return new BedrockWiring(outside, _ -> {}).world(config);
    }

    private ServerTime time() {
        return new ServerTime(outside.clock());
    }

    @Override
    public CostExplorer explorer(Config config) {
        ServerTime time = time();
        return new CostExplorer(
                world(config), new AwsSignIn(world(config), time), time, Thread::sleep);
    }

    @Override
    public String tag(Config config) {
        return config.text("cost.tag").orElse(TAG);
    }

    @Override
    public Instant now() {
        return outside.clock().instant();
    }

    /// What a person should know of the last bill before a run adds to it. Nobody is asked.
    ///
    /// @param signIn whose bill it is
    Optional<String> warning(Config config, AwsSignIn signIn) {
        return bills(config, signIn)
                .read()
                .filter(kept -> kept.asked().isAfter(now().minus(OLD)))
                .flatMap(kept -> Spending.of(kept.bill(), config))
                .filter(Spending::isTooMuch)
                .map(spending ->
                        "AWS's bill for Amazon Bedrock is over the alert: the %d days to %s cost %s %% of their baseline ('kiro usage aws' tells more)"
                                .formatted(
                                        Spending.DAYS,
                                        spending.last(),
                                        spending.percentSpent()
                                                .map("%,d"::formatted)
                                                .orElse("more than 100")));
    }
}
