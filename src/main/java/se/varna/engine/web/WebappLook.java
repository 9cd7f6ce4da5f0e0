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
    private final Colours colours;
    private final Directory directory;

    WebappLook(
            @Value("${varna.name}") String name,
            @Value("${varna.design.light.action:#{null}}") String action,
            @Value("${varna.design.light.on-action:#{null}}") String onAction,
            @Value("${varna.design.light.link:#{null}}") String link,
            Directory directory) {
        this.name = name;
        this.colours = new Colours(action, onAction, link);
        this.directory = directory;
    }

    /** The city's own colours, null for those that it has not: the webapps' light and only look. */
    record Colours(String action, String onAction, String link) {}

    /**
     * How the webapps look to one person.
     *
     * @param administrator whether the person is told what concerns the installation alone
     */
    record Look(String name, Colours colours, boolean administrator) {}

    @GetMapping("/webbapp")
    ResponseEntity<Look> look(Principal person) {
        boolean administrator = directory.groups(person.getName()).contains(Groups.ADMINISTRATORS);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Look(name, colours, administrator));
    }
}
