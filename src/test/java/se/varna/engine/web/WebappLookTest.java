package se.varna.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;
import se.varna.VarnaTest;
import se.varna.directory.Directory;

/** Name and colours of the webapps are the city's. */
class WebappLookTest extends VarnaTest {

    @Autowired
    private WebappLook ours;

    @Test
    void a_city_has_a_name_and_colours_of_its_own() {
        try (AnnotationConfigApplicationContext city = new AnnotationConfigApplicationContext()) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    city, "varna.name=Staden", "varna.design.light.action=#0b5c4a", "varna.design.light.link=#0b5c4a");
            city.registerBean(Directory.class, () -> directory);
            city.register(WebappLook.class);
            city.refresh();
            WebappLook.Look look =
                    city.getBean(WebappLook.class).look(() -> "lsa-grundskola").getBody();
            assertThat(look.name()).isEqualTo("Staden");
            assertThat(look.colours()).isEqualTo(new WebappLook.Colours("#0b5c4a", null, "#0b5c4a"));
        }
        assertThat(ours.look(() -> "lsa-grundskola").getBody().colours())
                .isEqualTo(new WebappLook.Colours(null, null, null));
    }
}
