package vigie.registry;

import java.util.List;
import vigie.registry.Picture.ContactEntry;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.NgiEntry;
import vigie.registry.Picture.OrganisationEntry;
import vigie.registry.Picture.PersonEntry;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Picture.TypeEntry;
import vigie.registry.Picture.VoEntry;

/** What the registry holds, in the words of a picture. */
record Present(
        List<Kept<NgiEntry>> ngis,
        List<Kept<SiteEntry>> sites,
        List<Kept<ServiceEntry>> services,
        List<Kept<ContactEntry>> contacts,
        List<Kept<DowntimeEntry>> downtimes,
        List<Kept<OrganisationEntry>> organisations,
        List<Kept<VoEntry>> vos,
        List<Kept<TypeEntry>> types,
        List<Kept<PersonEntry>> persons) {}
