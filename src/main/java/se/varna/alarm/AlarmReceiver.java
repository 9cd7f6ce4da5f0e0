package se.varna.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The city's alarm system, as we call it: JSON by POST, signed. {@code Varna-Signature} is {@code sha256=} and the HMAC, by
 * the secret, of {@code Varna-Timestamp} (seconds since 1970), a point and the body. {@code Varna-Delivery} is the same at
 * every try, so that what arrives twice can be known. Any answer of 200–299 is a receipt; where it points elsewhere we do
 * not follow.
 */
@Component
class AlarmReceiver {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final AlarmSettings settings;
    private final ObjectMapper json;
    private final HttpClient client;

    AlarmReceiver(AlarmSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    boolean isOn() {
        return settings.isOn();
    }

    /** @throws IllegalStateException when it was not received */
    void send(UUID delivery, Map<String, String> said, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        try {
            String body = json.writeValueAsString(said);
            HttpRequest request = HttpRequest.newBuilder(settings.url())
                    .timeout(settings.timeout())
                    .header("Content-Type", "application/json")
                    .header("Varna-Delivery", delivery.toString())
                    .header("Varna-Timestamp", timestamp)
                    .header("Varna-Signature", "sha256=" + sign(settings.secret(), timestamp + "." + body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new IllegalStateException("the alarm was answered with " + status);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alarm that cannot be written");
        } catch (IOException e) {
            throw new IllegalStateException("nobody received the alarm", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending an alarm", e);
        }
    }

    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
