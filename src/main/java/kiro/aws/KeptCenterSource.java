package kiro.aws;

import java.util.Optional;
import kiro.auth.KeptSignIn;

/// Credentials of the role that a person chose when signing in to IAM Identity Center by `kiro auth login`. A profile that
/// somebody named goes before it.
final class KeptCenterSource implements CredentialSource {
    private final AwsWorld world;
    private final AwsCalls calls;
    private final ServerTime time;

    KeptCenterSource(AwsWorld world, AwsCalls calls, ServerTime time) {
        this.world = world;
        this.calls = calls;
        this.time = time;
    }

    /// The role; empty where none is kept.
    static Optional<SsoSource.SsoRole> role(AwsWorld world) {
        return world.kept().center().flatMap(KeptCenterSource::role);
    }

    static Optional<SsoSource.SsoRole> role(KeptSignIn kept) {
        CenterPlace place = CenterPlace.of(kept);
        return kept.account()
                .flatMap(account ->
                        kept.role()
                                .map(role ->
                                        new SsoSource.SsoRole(
                                                "the role %s in the account %s at %s"
                                                        .formatted(role, account, place.words()),
                                                place,
                                                account,
                                                role,
                                                "%s --account %s --role %s"
                                                        .formatted(
                                                                place.command(), account, role))));
    }

    @Override
    public Lookup look() throws InterruptedException {
        Optional<SsoSource.SsoRole> role = role(world);
        return role.isEmpty() || world.isProfileNamed()
                ? new Lookup.None()
                : new SsoSource(world, calls, time, role.get()).look();
    }
}
