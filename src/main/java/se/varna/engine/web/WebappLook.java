package se.varna.engine.web;

import java.security.Principal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.varna.access.Area;
import se.varna.access.ForArea;
import se.varna.directory.Directory;
import se.varna.directory.Groups;

/** What Tasklist, Cockpit, Admin and Welcome are called and look like, which their files cannot know. */
@RestController
@ForArea(Area.HOME)
class WebappLook {

    private final String name;
    private final String logo;
    private final String colour;
    private final Directory directory;

    WebappLook(
            @Value("${varna.name}") String name,
            @Value("${varna.look.logo}") String logo,
            @Value("${varna.look.colour}") String colour,
            Directory directory) {
        if (!logo.startsWith("/") || !colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("varna.look: the logo is a path of ours, the colour as #14506f");
        }
        this.name = name;
        this.logo = logo;
        this.colour = colour;
        this.directory = directory;
    }

    /**
     * How the webapps look to one person.
     *
     * @param logo path within the application
     * @param administrator whether the person is told what concerns the installation alone
     */
    record Look(String name, String logo, String colour, boolean administrator) {}

    @GetMapping("/webbapp")
    ResponseEntity<Look> look(Principal person) {
        boolean administrator = directory.groups(person.getName()).contains(Groups.ADMINISTRATORS);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Look(name, logo, colour, administrator));
    }
}
