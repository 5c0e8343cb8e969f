package kiro.aws;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kiro.aws.AwsCalls.Call;
import kiro.aws.AwsCalls.Reply;
import kiro.secret.Secret;

/// Roles that are taken on for a time, by the Security Token Service.
final class StsCalls {
    private static final String TYPE = "application/x-www-form-urlencoded; charset=utf-8";
    private static final String VERSION = "2011-06-15";

    /// The tag by which AWS's bill tells sessions apart.
    static final String SESSION_TAG = "kiro:session";

    private static final String TAGGING =
            "look at the role's trust policy: it has to allow sts:TagSession beside sts:AssumeRole, or cost.session-tag has to be off";

    /// What a signature of another time is refused with.
    private static final Set<String> OF_TIME =
            Set.of("SignatureDoesNotMatch", "RequestExpired", "RequestTimeTooSkewed");

    private final AwsWorld world;
    private final AwsCalls calls;
    private final ServerTime time;
    private final Optional<String> session;

    StsCalls(AwsWorld world, AwsCalls calls, ServerTime time) {
        this(world, calls, time, Optional.empty());
    }

    /// @param session the id that roles which are taken on with credentials are tagged with, for AWS's bill
    StsCalls(AwsWorld world, AwsCalls calls, ServerTime time, Optional<String> session) {
        this.world = world;
        this.calls = calls;
        this.time = time;
        this.session = session;
    }

    /// A role that is to be taken on.
    ///
    /// @param words who wants it, for people
    /// @param options further parameters of the request, such as `ExternalId`
    record Role(String arn, String words, String region, Map<String, String> options) {
        Role {
            options = Map.copyOf(options);
        }
    }

    /// Takes on a role with other credentials.
    Lookup assume(Role role, AwsCredentials with) throws InterruptedException {
        Lookup taken =
                read(
                        role,
                        address(role),
                        signed(role.region(), form("AssumeRole", role, tags()), with));
        return session.isPresent()
                        && taken instanceof Lookup.Failed failed
                        && failed.message().contains("(AccessDenied")
                ? Lookup.failed(failed.message(), TAGGING)
                : taken;
    }

    private Map<String, String> tags() {
        return session.map(id ->
                        Map.of(
                                "Tags.member.1.Key", SESSION_TAG,
                                "Tags.member.1.Value", id))
                .orElseGet(Map::of);
    }

    /// Who one is by some credentials.
    Identity identity(AwsCredentials credentials, String region) throws InterruptedException {
        String body = "Action=GetCallerIdentity&Version=" + VERSION;
        URI address = address(region);
        return switch (signed(region, body, credentials)) {
            case Reply.Unreachable(Trouble trouble) -> {
                Trouble told = trouble.at(address.getHost());
                yield new Identity.Failed(told.reason(), told.fix());
            }
            case Reply.Answered answer -> identity(credentials, answer);
        };
    }

    private static Identity identity(AwsCredentials credentials, Reply.Answered answer) {
        Map<String, String> said = elements(answer.body());
        return answer.status() == 200 && said.containsKey("Arn")
                ? new Identity.Known(
                        said.get("Arn"),
                        said.getOrDefault("Account", ""),
                        credentials.origin(),
                        credentials.expiry())
                : new Identity.Failed(
                        "AWS does not take the credentials of %s (%s: %s)"
                                .formatted(
                                        credentials.origin(),
                                        said.getOrDefault("Code", "HTTP " + answer.status()),
                                        line(said)),
                        "sign in again");
    }

    /// A signed call; once more where the clock of this machine is wrong.
    private Reply signed(String region, String body, AwsCredentials with)
            throws InterruptedException {
        Reply reply = signedOnce(region, body, with);
        return reply instanceof Reply.Answered answer
                        && (answer.status() == 403 || answer.status() == 400)
                        && OF_TIME.contains(elements(answer.body()).getOrDefault("Code", ""))
                        && time.correct(answer.headers())
                ? signedOnce(region, body, with)
                : reply;
    }

    private Reply signedOnce(String region, String body, AwsCredentials with)
            throws InterruptedException {
        URI address = address(region);
        Map<String, String> signed =
                new RequestSigner(region, "sts")
                        .headers(
                                new RequestSigner.Unsigned(
                                        "POST",
                                        address,
                                        Map.of("Content-Type", TYPE),
                                        List.of(body.getBytes(StandardCharsets.UTF_8))),
                                with,
                                time.now());
        var headers = new HashMap<>(signed);
        headers.put("Content-Type", TYPE);
        return calls.make(new Call("POST", address, headers, Optional.of(body), AwsCalls.LIMIT));
    }

    /// Takes on a role with the token of another service, such as that which runs the builds.
    Lookup assume(Role role, String webIdentityToken) throws InterruptedException {
        String body =
                form(
                        "AssumeRoleWithWebIdentity",
                        role,
                        Map.of("WebIdentityToken", webIdentityToken));
        URI address = address(role);
        Lookup taken =
                read(
                        role,
                        address,
                        calls.make(
                                new Call(
                                        "POST",
                                        address,
                                        Map.of("Content-Type", TYPE),
                                        Optional.of(body),
                                        AwsCalls.LIMIT)));
        return taken instanceof Lookup.Failed failed ? ofToken(failed) : taken;
    }

    /// Nobody signs in again for a token: whoever runs the builds makes another.
    private static Lookup ofToken(Lookup.Failed failed) {
        if (failed.message().contains("(Expired")) {
            return Lookup.failed(
                    failed.message(), "have the token made anew by the service that gave it");
        }
        return failed.message().contains("(InvalidIdentityToken")
                ? Lookup.failed(
                        failed.message(),
                        "see that the account's IAM has the token's issuer among its identity providers, with the audience of the token")
                : failed;
    }

    private URI address(Role role) {
        return address(role.region());
    }

    private URI address(String region) {
        return URI.create(AwsEndpoint.of(world, "STS", "sts", region) + "/");
    }

    private String form(String action, Role role, Map<String, String> added) {
        var parameters = new TreeMap<>(role.options());
        parameters.putAll(added);
        parameters.put("Action", action);
        parameters.put("Version", VERSION);
        parameters.put("RoleArn", role.arn());
        parameters.putIfAbsent("RoleSessionName", "kiro-" + time.now().toEpochMilli());
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + UriText.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Lookup read(Role role, URI address, Reply reply) {
        return switch (reply) {
            case Reply.Unreachable(Trouble trouble) ->
                    new Lookup.Failed(
                            "%s cannot be reached for %s: %s"
                                    .formatted(address.getHost(), role.words(), trouble.reason()),
                            trouble.fix(),
                            trouble.mayPass());
            case Reply.Answered answer -> read(role, answer);
        };
    }

    private static Lookup read(Role role, Reply.Answered answer) {
        Map<String, String> said = elements(answer.body());
        if (answer.status() == 200) {
            return credentials(role, said)
                    .<Lookup>map(Lookup.Found::new)
                    .orElseGet(() -> Lookup.unreachable("STS answers without credentials"));
        }
        String code = said.getOrDefault("Code", "HTTP " + answer.status());
        boolean mayPass =
                answer.status() >= 500
                        || answer.status() == 429
                        || code.equals("Throttling")
                        || code.equals("IDPCommunicationError");
        return new Lookup.Failed(
                "%s may not take on %s (%s: %s)"
                        .formatted(role.words(), role.arn(), code, line(said)),
                code.startsWith("Expired") || code.startsWith("InvalidClientToken")
                        ? "sign in again"
                        : "look at the role's trust policy",
                mayPass);
    }

    private static String line(Map<String, String> said) {
        return CredentialText.line(said.getOrDefault("Message", "no reason given"));
    }

    private static Optional<AwsCredentials> credentials(Role role, Map<String, String> said) {
        String accessKey = said.getOrDefault("AccessKeyId", "");
        String secretKey = said.getOrDefault("SecretAccessKey", "");
        return accessKey.isEmpty() || secretKey.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new AwsCredentials(
                                accessKey,
                                Secret.of(secretKey),
                                Optional.ofNullable(said.get("SessionToken")).map(Secret::of),
                                CredentialText.instant(said.getOrDefault("Expiration", "")),
                                role.words()));
    }

    /// The texts of a document by the names of their elements, which are unique where they matter.
    private static Map<String, String> elements(String xml) {
        var texts = new HashMap<String, String>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        String name = "";
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> name = reader.getLocalName();
                    case XMLStreamConstants.CHARACTERS ->
                            texts.putIfAbsent(name, reader.getText().strip());
                    case XMLStreamConstants.END_ELEMENT -> name = "";
                    default -> {}
                }
            }
        } catch (XMLStreamException notXml) {
            return texts;
        }
        return texts;
    }
}
