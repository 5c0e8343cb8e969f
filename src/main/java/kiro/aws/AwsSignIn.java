package kiro.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import kiro.auth.KeptRole;

/// The credentials of a run: found in the order in which AWS's own tools look, once, and again before they expire or when AWS
/// says that they have.
public final class AwsSignIn implements AutoCloseable {
    /// How long before they expire new ones are looked for.
    private static final Duration EARLY = Duration.ofMinutes(5);

    /// What ends within this time is told before a run.
    private static final Duration SOON = Duration.ofHours(1);

    private static final String FIX =
            "sign in with 'kiro auth login --sso-start-url URL', set AWS_PROFILE or aws.profile to a profile, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_BEARER_TOKEN_BEDROCK";

    private final AwsWorld world;
    private final ServerTime time;
    private final AwsCalls calls;
    private final Optional<String> session;
    private final List<CredentialSource> sources;
    private final InstanceSource instance;
    private final Map<String, AwsSignIn> ofSessions = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<AwsCredentials> kept = Optional.empty();

    public AwsSignIn(AwsWorld world, ServerTime time) {
        this(world, time, new AwsCalls(), Optional.empty());
    }

    private AwsSignIn(AwsWorld world, ServerTime time, AwsCalls calls, Optional<String> session) {
        this.world = world;
        this.time = time;
        this.calls = calls;
        this.session = session;
        var profiles =
                new ProfileSource(
                        world, calls, time, session.filter(_ -> world.kept().role().isEmpty()));
        this.instance = new InstanceSource(world, calls);
        this.sources =
                List.of(
                        new EnvironmentSource(world),
                        profiles::webIdentity,
                        new KeptCenterSource(world, calls, time),
                        profiles,
                        new ContainerSource(world, calls),
                        instance);
    }

    /// The same sign-in, whose role is taken on under a tag with the id of a session, so that AWS's bill tells what the session
    /// cost. It is closed with this one.
    public AwsSignIn forSession(String id) {
        return ofSessions.computeIfAbsent(
                id, each -> new AwsSignIn(world, time, calls, Optional.of(each)));
    }

    /// Whether there is a role that can bear the tag of a session: one that is taken on with credentials. A token of another
    /// service brings its own tags, and everything else has none.
    public boolean bearsTags() {
        if (world.kept().role().isPresent()) {
            return world.kept().role().get().way() == KeptRole.Way.CREDENTIALS;
        }
        boolean isElsewhere =
                world.variable("AWS_ACCESS_KEY_ID").isPresent()
                        || (world.variable("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent()
                                && world.variable("AWS_ROLE_ARN").isPresent())
                        || (!world.isProfileNamed() && KeptCenterSource.role(world).isPresent());
        return !isElsewhere
                && profile()
                        .filter(profile -> profile.has("role_arn"))
                        .filter(profile -> !profile.has("web_identity_token_file"))
                        .isPresent();
    }

    /// Whose spending AWS tells by these credentials, without looking for them.
    public String whose() {
        return world.variable("AWS_ACCESS_KEY_ID")
                .filter(_ -> world.kept().role().isEmpty())
                .map("the key %s"::formatted)
                .or(this::place)
                .orElse("this machine");
    }

    /// Credentials that are good for a while; whoever waits for the same ones looks once.
    public Lookup credentials() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (kept.filter(each -> isGoodFor(each, EARLY)).isPresent()) {
                return new Lookup.Found(kept.get());
            }
            Lookup found = look();
            if (found instanceof Lookup.Found(AwsCredentials credentials)) {
                kept = Optional.of(credentials);
                return found;
            }
            return kept.filter(each -> isGoodFor(each, Duration.ZERO))
                    .<Lookup>map(Lookup.Found::new)
                    .orElse(found);
        } finally {
            lock.unlock();
        }
    }

    private boolean isGoodFor(AwsCredentials credentials, Duration reserve) {
        return credentials.expiry().filter(end -> !end.isAfter(time.now().plus(reserve))).isEmpty();
    }

    private Lookup look() throws InterruptedException {
        Optional<KeptRole> role = world.kept().role();
        if (role.isPresent()) {
            return sendable(
                    new KeptRoleSource(world, calls, time, role.get(), session).look(this::found));
        }
        Lookup found = found();
        return found instanceof Lookup.None
                ? Lookup.failed("no AWS credentials were found", FIX)
                : found;
    }

    private Lookup found() throws InterruptedException {
        for (CredentialSource source : sources) {
            Lookup found = source.look();
            if (!(found instanceof Lookup.None)) {
                return sendable(found);
            }
        }
        return new Lookup.None();
    }

    /// A key with a line break in it, as files have it that were written by hand, cannot be sent.
    private static Lookup sendable(Lookup found) {
        return found instanceof Lookup.Found(AwsCredentials credentials)
                        && !(CredentialText.isSendable(credentials.accessKey())
                                && credentials.secrets().stream()
                                        .allMatch(each -> CredentialText.isSendable(each.reveal())))
                ? Lookup.failed(
                        "the credentials of %s have a character that none have"
                                .formatted(credentials.origin()),
                        "copy them again, or sign in again")
                : found;
    }

    /// By what a role is taken on here: a token that a build gives, where it gives one, else credentials.
    public static KeptRole.Way way(AwsWorld world) {
        if (GithubToken.isOffered(world)) {
            return KeptRole.Way.GITHUB;
        }
        return world.variable("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent()
                ? KeptRole.Way.TOKEN_FILE
                : KeptRole.Way.CREDENTIALS;
    }

    /// Who one is to AWS by the credentials that are found.
    ///
    /// @param region whose token service is asked
    public Identity identity(String region) throws InterruptedException {
        if (standings().isEmpty() && found() instanceof Lookup.None) {
            return new Identity.Nobody();
        }
        return switch (credentials()) {
            case Lookup.Found(AwsCredentials credentials) ->
                    new StsCalls(world, calls, time).identity(credentials, region);
            case Lookup.None _ -> new Identity.Nobody();
            case Lookup.Failed failed -> new Identity.Failed(failed.message(), failed.fix());
        };
    }

    /// The ways to credentials that there are here, the one that is gone first, without asking anybody. A role of this machine,
    /// which only the machine can tell of, is not among them.
    public List<AwsStanding> standings() {
        return new Standings(world, time.machine()).all();
    }

    /// What is to be expected of the credentials in a run that begins now.
    public Outlook outlook() {
        List<AwsStanding> all = standings();
        return Outlook.of(
                all.subList(0, Math.min(used(), all.size())), time.machine().instant(), SOON);
    }

    /// How many of the ways are gone at once: a role that is taken on with credentials needs the next one as well.
    public int used() {
        return world.kept()
                .role()
                .filter(role -> role.way() == KeptRole.Way.CREDENTIALS)
                .map(_ -> 2)
                .orElse(1);
    }

    /// The sign-in with an AWS Builder ID, which lends no credentials.
    public Optional<AwsStanding> builderId() {
        return new Standings(world, time.machine()).builderId();
    }

    /// AWS says that these have expired; they are not used again.
    public void expired(AwsCredentials used) {
        lock.lock();
        try {
            kept = kept.filter(each -> !each.equals(used));
        } finally {
            lock.unlock();
        }
    }

    /// The place in which credentials would be looked for first, in words, and without looking into it; empty where none says
    /// that it has some. Whether this machine is lent some only it can say.
    public Optional<String> place() {
        if (world.kept().role().isPresent()) {
            return world.kept().role().map(KeptRoleSource::words);
        }
        if (world.variable("AWS_ACCESS_KEY_ID").isPresent()) {
            return Optional.of("the environment");
        }
        if (world.variable("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent()) {
            return Optional.of("the web identity of the environment");
        }
        Optional<String> kept =
                world.isProfileNamed()
                        ? Optional.empty()
                        : KeptCenterSource.role(world).map(SsoSource.SsoRole::words);
        return kept.or(() -> profile().filter(Profile::hasCredentials).map(Profile::words))
                .or(() ->
                        world.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                                .or(() -> world.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
                                .map(_ -> "the container's role"));
    }

    /// The region to ask in: the one that is set, or that of the profile; empty where neither says any.
    public Optional<String> region() {
        return world.region()
                .or(() -> world.variable("AWS_DEFAULT_REGION"))
                .or(this::regionOfProfile)
                .filter(AwsEndpoint::isRegion);
    }

    /// The region that this machine is in, where it is one of EC2.
    public Optional<String> regionOfMachine() throws InterruptedException {
        return instance.region().filter(AwsEndpoint::isRegion);
    }

    private Optional<String> regionOfProfile() {
        return profile().flatMap(profile -> profile.find("region"));
    }

    private Optional<Profile> profile() {
        return AwsProfiles.read(world) instanceof AwsProfiles.Reading.Whole(AwsProfiles profiles)
                ? profiles.find(world.profileName())
                : Optional.empty();
    }

    @Override
    public void close() {
        calls.close();
    }
}
