package se.varna.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Sight;
import se.varna.common.Refused;
import se.varna.common.web.StreamedForm;
import se.varna.evidence.EvidenceItem;
import se.varna.evidence.Evidences;
import se.varna.evidence.FileNames;
import se.varna.evidence.Uploads;

/**
 * Takes files in, on the case's page and on the receipt, and gives them out. Each file stands for itself: one that is
 * refused takes no other with it, and the report has been saved before any file is sent.
 */
@Controller
class EvidencePage {

    /** Flash attribute with what became of the files that were sent. */
    static final String SENT = "evidenceSent";

    private static final String FROM_RECEIPT = "kvittens";
    private static final String EMBEDDED = "inbaddad";

    private final Evidences evidences;
    private final Uploads uploads;

    EvidencePage(Evidences evidences, Uploads uploads) {
        this.evidences = evidences;
        this.uploads = uploads;
    }

    @PostMapping("/arenden/{number}/bevis")
    @ForCase(Action.ADD_EVIDENCE)
    String add(
            @PathVariable String number,
            HttpServletRequest request,
            Principal person,
            Sight sight,
            RedirectAttributes redirect)
            throws InterruptedException {
        boolean toReceipt = request.getParameter(FROM_RECEIPT) != null || !sight.may(Action.READ);
        String embedded = request.getParameter(EMBEDDED) == null ? "" : "?" + EMBEDDED;
        redirect.addFlashAttribute(SENT, take(number, person.getName(), request));
        return toReceipt ? "redirect:/kvittens/" + number : "redirect:/arenden/" + number + embedded;
    }

    private Uploads.Sent take(String number, String person, HttpServletRequest request) throws InterruptedException {
        StreamedForm form = StreamedForm.in(request).orElse(null);
        UUID delivery = UUID.randomUUID();
        Uploads.Sent sent = form == null
                ? new Uploads.Sent(0, List.of())
                : uploads.take(
                        form::eachFile, (name, content) -> evidences.receive(number, person, delivery, name, content));
        return sent.isEmpty() ? uploads.nothing(Refused.because("evidence.none")) : sent;
    }

    /**
     * Gives a file out. A file that the reader may not see does not exist, as no case that they may not see does.
     */
    @GetMapping("/arenden/{number}/bevis/{id}")
    @ForCase(Action.READ_EVIDENCE)
    void read(
            @PathVariable String number,
            @PathVariable String id,
            Principal person,
            Sight sight,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        EvidenceItem item = evidences.visible(number, person.getName(), sight).stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!item.state().isGiven()) {
            // The page says why.
            response.sendRedirect(request.getContextPath() + "/arenden/" + number);
            return;
        }
        try (InputStream content = evidences.content(item.id())) {
            evidences.downloaded(item.id(), person.getName());
            response.setContentType(item.mediaType());
            response.setContentLengthLong(item.size());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(evidences.outwardName(item)));
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
            content.transferTo(response.getOutputStream());
        }
    }

    /** To be saved and not shown, under a name in plain letters and, for those who read that, the whole name. */
    private static String disposition(String name) {
        return "attachment; filename=\"" + FileNames.plain(name) + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
