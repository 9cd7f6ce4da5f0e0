package se.varna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The capabilities as modules: none reaches into another's inside, and none depends on itself in a ring. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(VarnaApplication.class);

    @Test
    void the_modules_keep_to_their_borders() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("casefile", "responsibility", "engine", "access");
        MODULES.verify();
    }

    @Test
    void the_modules_are_drawn() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).isNotEmptyFile();
    }
}
