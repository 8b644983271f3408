import { Select } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stories } from '@/api';
import type { Claim, Proof, StoryPage } from '@/api/stories';
import { useFormat, useWrite } from '@/state';
import { Dialog } from '@/ui';
import classes from './Dialogs.module.css';
import { StateWord } from './StateWord';
import panes from './Story.module.css';

const nameOf = (one: { kind: string; id: string }) => `${one.kind} ${one.id}`;

/** Shows what proves a claim and what stands behind it, and lets proof be chosen by hand. */
export function ProofDialog(props: {
  opened: boolean;
  onClose: () => void;
  claim: Claim;
  story: StoryPage;
}) {
  const { t } = useTranslation('story');
  const write = useWrite();
  const { claim, story } = props;
  const choose = (proof: { kind: string; id: string }[], done: string) =>
    // A failed write is shown by the write itself.
    void write(
      () =>
        stories.chooseProof(
          story.id,
          claim.id,
          proof.map(({ kind, id }) => ({ kind, id })),
        ),
      done,
    ).catch(() => undefined);
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('proof')} size="lg">
      <p className={classes['said']}>{claim.text}</p>
      {claim.proof.length === 0 && <p className={classes['none']}>{t('noProof')}</p>}
      <ul className={classes['proofs']}>
        {claim.proof.map((one, at) => (
          <ProofRow
            key={nameOf(one)}
            story={story}
            proof={one}
            first={at === 0}
            onRemove={
              story.told
                ? undefined
                : () =>
                    choose(
                      claim.proof.filter((other) => other !== one),
                      t('proofRemoved'),
                    )
            }
          />
        ))}
      </ul>
      {props.opened && !story.told && (
        <AddProof
          story={story}
          claim={claim}
          onAdd={(one) => choose([...claim.proof, one], t('proofAdded'))}
        />
      )}
    </Dialog>
  );
}

function ProofRow(props: {
  story: StoryPage;
  proof: Proof;
  first: boolean;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation('story');
  const { proof } = props;
  const [open, setOpen] = useState(props.first);
  const title = proof.title === '' ? t('gone') : proof.title;
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className={classes['row']}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon size={13} aria-hidden />
          <small>{proof.name}</small>
          <span>{title}</span>
        </button>
        <StateWord state={proof.state} />
        {props.onRemove !== undefined && (
          <button
            type="button"
            className={classes['drop']}
            aria-label={t('removeProof', { title })}
            title={t('removeProof', { title })}
            onClick={props.onRemove}
          >
            <IconX size={13} aria-hidden />
          </button>
        )}
      </div>
      {open && <Detail story={props.story} proof={proof} />}
    </li>
  );
}

/** Draws the records that a proof stands on, and the way to where the account shows it. */
function Detail({ story, proof }: { story: StoryPage; proof: Proof }) {
  const { t } = useTranslation('story');
  const format = useFormat();
  const detail = useQuery({
    queryKey: ['story', story.id, 'proof', proof.kind, proof.id, format.locale],
    queryFn: () => stories.openProof(story.id, proof.kind, proof.id, format.locale),
  });
  if (detail.error !== null) return <p role="alert">{detail.error.message}</p>;
  if (detail.data === undefined) return <div aria-busy />;
  const { words, place, behind } = detail.data;
  const address = `#/accounts/${story.account}/${place}?at=${proof.kind}.${proof.id}`;
  return (
    <div className={classes['behind']}>
      {words !== '' && <blockquote>{words}</blockquote>}
      {behind.length === 0 && words === '' && (
        <p className={classes['none']}>{t(proof.title === '' ? 'goneLong' : 'behindNone')}</p>
      )}
      <ul>
        {behind.map((one) => (
          <li key={nameOf(one.proof)}>
            <small>{one.proof.name}</small>
            <span>
              {one.proof.title}
              {one.detail !== '' && <i>{one.detail}</i>}
            </span>
            <StateWord state={one.proof.state} />
          </li>
        ))}
      </ul>
      {proof.title !== '' && (
        <a className={panes['link']} href={address}>
          {t(`openPlace.${place}`)}
        </a>
      )}
    </div>
  );
}

function AddProof(props: { story: StoryPage; claim: Claim; onAdd: (one: Proof) => void }) {
  const { t } = useTranslation('story');
  const format = useFormat();
  const { story } = props;
  const choices = useQuery({
    queryKey: ['story', story.id, 'choices', format.locale],
    queryFn: () => stories.proofChoices(story.id, format.locale),
  });
  const there = new Set(props.claim.proof.map(nameOf));
  const free = (choices.data ?? []).filter((one) => !there.has(nameOf(one)));
  const groups = [...new Set(free.map((one) => one.name))].map((group) => ({
    group,
    items: free
      .filter((one) => one.name === group)
      .map((one) => ({ value: nameOf(one), label: one.title })),
  }));
  return (
    <Select
      className={classes['choose'] ?? ''}
      label={t('addProof')}
      placeholder={t('addProofHint')}
      nothingFoundMessage={t('addProofNone')}
      data={groups}
      value={null}
      searchable
      maxDropdownHeight={260}
      error={choices.error?.message}
      onChange={(value) => {
        const one = free.find((other) => nameOf(other) === value);
        if (one !== undefined) props.onAdd(one);
      }}
    />
  );
}
