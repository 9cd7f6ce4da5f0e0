package se.varna.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.varna.directory.Appointment.Office;
import se.varna.directory.GlobalRoles;

/** The identity provider of the compose file: its people are the demo's, and it is set up as the application asks. */
class RealmTest {

    private final JsonNode realm = read(new ObjectMapper(), "src/main/docker/keycloak-realm.json");
    private final JsonNode directory = read(new YAMLMapper(), "src/main/resources/demo/directory.yaml");
    private final JsonNode compose = read(new YAMLMapper(), "docker-compose.yml")
            .get("services")
            .get("app")
            .get("environment");

    @Test
    void its_people_are_the_demos_with_the_demos_password() {
        assertThat(texts(realm.get("users"), "username"))
                .containsExactlyInAnyOrderElementsOf(texts(directory.get("persons"), "id"));
        realm.get("users").forEach(user -> assertThat(
                        user.get("credentials").get(0).get("value").asText())
                .isEqualTo("demo"));
    }

    @Test
    void who_has_an_office_of_the_whole_city_has_its_role() {
        directory.get("persons").forEach(person -> {
            Set<String> roles = new HashSet<>();
            for (JsonNode held : person.get("offices")) {
                Office office = Office.valueOf(held.get("office").asText());
                if (GlobalRoles.OFFICES.contains(office)) {
                    roles.add(office == Office.PROCESS_OWNER ? "processagare" : "administrator");
                }
            }
            JsonNode user = realm.get("users")
                    .valueStream()
                    .filter(each -> each.get("username").equals(person.get("id")))
                    .findFirst()
                    .orElseThrow();
            Set<String> given = new HashSet<>();
            user.path("realmRoles").forEach(role -> given.add(role.asText()));
            assertThat(given).as(person.get("id").asText()).isEqualTo(roles);
        });
    }

    @Test
    void the_application_is_known_there_as_the_compose_file_says() {
        JsonNode client = realm.get("clients").get(0);
        assertThat(client.get("clientId").asText())
                .isEqualTo(compose.get("VARNA_OIDC_CLIENT_ID").asText());
        assertThat(client.get("secret").asText())
                .isEqualTo(compose.get("VARNA_OIDC_CLIENT_SECRET").asText());
        String base = compose.get("VARNA_BASE_URL").asText();
        assertThat(client.get("redirectUris"))
                .singleElement()
                .isEqualTo(new TextNode(base + "/login/oauth2/code/" + OidcSignIn.PROVIDER));
        assertThat(client.get("attributes").get("post.logout.redirect.uris").asText())
                .isEqualTo(base + SignIn.PAGE + "?utloggad");
        assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(realm.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(compose.get("VARNA_OIDC_ISSUER").asText())
                .endsWith("/realms/" + realm.get("realm").asText());
        assertThat(texts(client.get("protocolMappers"), "name")).containsExactly("roles", "audience");
        JsonNode audience = client.get("protocolMappers").get(1).get("config");
        assertThat(audience.get("included.custom.audience").asText()).isEqualTo(OidcSettings.API_AUDIENCE);
        assertThat(audience.get("id.token.claim").asText()).isEqualTo("false");
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(each -> each.get(field).asText()).toList();
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
