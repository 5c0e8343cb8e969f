package kiro.model.bedrock;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kiro.aws.AwsEndpoint;
import kiro.aws.AwsSignIn;
import kiro.aws.RequestSigner;
import kiro.aws.ServerTime;
import kiro.aws.UriText;
import kiro.http.Framing;
import kiro.model.Answer;
import kiro.model.BedrockTraits;
import kiro.model.CallIds;
import kiro.model.Deadlines;
import kiro.model.Model;
import kiro.model.ModelChoice;
import kiro.model.ModelRequest;
import kiro.model.Offer;
import kiro.model.Reply;
import kiro.model.ReplyClient;
import kiro.model.ReplyClient.Post;

/// A model on Amazon Bedrock.
///
/// Replies are streamed; models that cannot, or not while tools are offered, are asked for the whole from then on.
public final class BedrockModel implements Model, AutoCloseable {
    private static final String PROVIDER = "bedrock";

    /// What can be mended for one reply: the time, credentials that have expired, and a model that does not stream.
    private static final int MENDINGS = 3;

    private final ModelChoice.Bedrock settings;
    private final Clock clock;
    private final RequestEncoder encoder;
    private final Supplier<Access> access;
    private final Function<String, Supplier<Access>> ofSession;
    private final ReplyClient client;
    private final URI address;
    private final AtomicBoolean streams;

    private BedrockModel(
            ModelChoice.Bedrock settings,
            Optional<String> session,
            Clock clock,
            Supplier<Access> access,
            Function<String, Supplier<Access>> ofSession,
            ReplyClient client,
            AtomicBoolean streams) {
        this.settings = settings;
        this.clock = clock;
        this.encoder = new RequestEncoder(settings, session);
        this.access = access;
        this.ofSession = ofSession;
        this.client = client;
        this.streams = streams;
        this.address =
                URI.create(base(settings) + "/model/" + UriText.encoded(settings.id().text()));
    }

    /// A model whose requests bear the key of the settings.
    ///
    /// @param settings with a region
    public static BedrockModel withKey(ModelChoice.Bedrock settings, Clock clock) {
        var access = new KeyAccess(settings.door().key().orElseThrow());
        return of(settings, clock, () -> access, _ -> () -> access);
    }

    /// A model whose requests are signed.
    ///
    /// @param settings with a region
    /// @param ofSession the sign-in of a session by its id, which may be the usual one
    /// @param time by which requests are signed, the same that the credentials go by
    public static BedrockModel signed(
            ModelChoice.Bedrock settings,
            AwsSignIn signIn,
            Function<String, AwsSignIn> ofSession,
            ServerTime time,
            Clock clock) {
        var signer = new RequestSigner(settings.door().region().orElseThrow(), PROVIDER);
        return of(
                settings,
                clock,
                () -> new SignedAccess(signIn, signer, time),
                session -> {
                    AwsSignIn own = ofSession.apply(session);
                    return () -> new SignedAccess(own, signer, time);
                });
    }

    private static BedrockModel of(
            ModelChoice.Bedrock settings,
            Clock clock,
            Supplier<Access> access,
            Function<String, Supplier<Access>> ofSession) {
        return new BedrockModel(
                settings,
                Optional.empty(),
                clock,
                access,
                ofSession,
                new ReplyClient(),
                new AtomicBoolean(settings.wishes().streams()));
    }

    private static URI base(ModelChoice.Bedrock settings) {
        return settings.door()
                .baseUrl()
                .orElseGet(() ->
                        AwsEndpoint.of("bedrock-runtime", settings.door().region().orElseThrow()));
    }

    /// By which name the thinking of a vendor's models is known: no other vendor takes it.
    static String provider(BedrockTraits traits) {
        return PROVIDER + "/" + traits.vendor();
    }

    @Override
    public String name() {
        return PROVIDER + "/" + settings.id().text();
    }

    @Override
    public boolean takesImages() {
        return settings.traits().can(BedrockTraits.Ability.IMAGES);
    }

    @Override
    public int window() {
        return settings.traits().window();
    }

    /// The same model with requests that name the session, by which AWS's logs of invocations can tell them from others, and with
    /// access under the session's tag, by which the bill can.
    @Override
    public Model forSession(String session) {
        return new BedrockModel(
                settings,
                Optional.of(session),
                clock,
                ofSession.apply(session),
                ofSession,
                client,
                streams);
    }

    /// Prepares for the first request on another thread.
    public void warmUp() {
        client.warmUp(address);
    }

    @Override
    public Answer answer(ModelRequest request, Consumer<Reply> onReply)
            throws InterruptedException {
        Access pass = access.get();
        for (int mended = 0; ; mended++) {
            Try made = make(request, onReply, pass);
            if (mended == MENDINGS || !made.refusal().map(why -> mends(pass, why)).orElse(false)) {
                return made.answer();
            }
        }
    }

    private boolean mends(Access pass, Refusal refusal) {
        return losesStreaming(refusal) || pass.mends(refusal);
    }

    private record Try(Answer answer, Optional<Refusal> refusal) {}

    private Try make(ModelRequest request, Consumer<Reply> onReply, Access pass)
            throws InterruptedException {
        boolean inPieces = streams.get();
        URI target = URI.create(address + (inPieces ? "/converse-stream" : "/converse"));
        List<byte[]> body = encoder.encode(request, inPieces);
        return switch (pass.pass(target, body)) {
            case Access.Pass.Denied denied ->
                    new Try(new Answer.Failed(denied.failure()), Optional.empty());
            case Access.Pass.Granted granted -> {
                var protocol =
                        new ReplyAssembler(
                                onReply,
                                CallIds.of(request),
                                new BedrockFailures(
                                        settings,
                                        base(settings),
                                        granted.bearer(),
                                        granted.secrets(),
                                        clock),
                                provider(settings.traits()),
                                inPieces ? Framing.FRAMES : Framing.WHOLE);
                Answer answer =
                        client.answer(
                                new Post(target, granted.headers(), body),
                                inPieces ? request : request.within(patient(request.deadlines())),
                                protocol);
                yield new Try(answer, protocol.refusal());
            }
        };
    }

    /// What the account can be asked for here: inference profiles, those of its own included, and models by themselves.
    @Override
    public Offer offered() throws InterruptedException {
        return new BedrockCatalogue(settings, access, client, clock).offered();
    }

    /// A reply that comes as a whole has no first event before its last.
    private static Deadlines patient(Deadlines deadlines) {
        return new Deadlines(deadlines.total(), deadlines.total(), deadlines.total());
    }

    /// Whether the model says that it cannot stream, for the first time.
    private boolean losesStreaming(Refusal refusal) {
        String plain = refusal.message().toLowerCase(Locale.ROOT);
        boolean cannot =
                refusal.kind().equals("Validation")
                        && plain.contains("stream")
                        && (plain.contains("support") || plain.contains("not allowed"));
        return cannot && streams.getAndSet(false);
    }

    /// Closes the connection.
    @Override
    public void close() {
        client.close();
    }
}
