package se.varna.reporting.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.varna.access.Action;
import se.varna.access.ForCase;
import se.varna.access.Sight;
import se.varna.casefile.CaseFile;
import se.varna.casefile.CaseFiles;
import se.varna.common.web.Bilingual;
import se.varna.directory.Directory;
import se.varna.directory.Owner;
import se.varna.directory.Person;
import se.varna.directory.Unit;
import se.varna.reporting.Receipt;
import se.varna.reporting.Reporting;
import se.varna.responsibility.FunctionNames;

/** What the reporter gets back, and what to do now. For everybody else there is no such page. */
@Controller
class ReceiptPage {

    private final Reporting reporting;
    private final CaseFiles cases;
    private final Directory directory;
    private final FunctionNames names;
    private final Clock clock;

    ReceiptPage(Reporting reporting, CaseFiles cases, Directory directory, FunctionNames names, Clock clock) {
        this.reporting = reporting;
        this.cases = cases;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/kvittens/{number}")
    @ForCase(Action.READ_RECEIPT)
    @Bilingual
    String receipt(@PathVariable String number, Sight sight, Model model) {
        Receipt receipt = reporting.receipt(number);
        CaseFile file = cases.get(number);
        Owner holder = file.owner();
        model.addAttribute("receipt", receipt);
        model.addAttribute("responsible", names.name(receipt.responsible()));
        model.addAttribute("informs", receipt.inform().stream().map(names::name).toList());
        model.addAttribute("calls", names.name(holder));
        model.addAttribute("byLine", holder.function() == Owner.Function.SECURITY_AND_PREPAREDNESS);
        String phone = directory.unit(holder.code()).map(Unit::securityPhone).orElse(null);
        model.addAttribute("phone", phone);
        model.addAttribute(
                "officerAnswers", phone != null && holder.function() == Owner.Function.LOCAL_SECURITY_OFFICER);
        model.addAttribute("sight", sight);
        model.addAttribute("own", sight.may(Action.READ));
        model.addAttribute(
                "noNumber",
                cases.answers(number).reachAt() == null
                        && file.exposed()
                                .flatMap(directory::person)
                                .map(Person::phone)
                                .isEmpty());
        model.addAttribute("contacted", file.contactedAt() != null);
        model.addAttribute(
                "onCallMayCall", file.onCallUntil() != null && clock.instant().isBefore(file.onCallUntil()));
        return "receipt";
    }
}
